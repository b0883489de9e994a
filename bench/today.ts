import type { Page } from 'playwright-core';
import { openPeople } from './harness/app-with-people.ts';
import type { Measurement } from './harness/measurement.ts';
import { pause, waitUntil } from './harness/slow-browser.ts';
import { median, percentile } from './harness/statistics.ts';

const restMs = 1_000;
/** In another room, between two looks at Today. */
const elsewhereMs = { short: 1_000, long: 4_000 } as const;
const pressMs = 80;
/** From the first screen of a start to the tap on Today. */
const lookMs = 4_000;

/**
 * 10,000 people with three notes each, a fifth of whom have a rhythm: from the tap on Today to the frame that shows
 * who is due and who was met, and to the last frame that changes anything. From another room after a short and a longer
 * while there, by turns, and as the first room after a start.
 */
export const today: Measurement = {
  name: 'today',
  async measure({ runs = 9, scale, tell }) {
    const app = await openPeople(Math.round(10_000 * scale), 3, { arePlanned: true });
    const { page } = app.browser;
    const again: Openings = { shown: [], settled: [] };
    const soon: Openings = { shown: [], settled: [] };
    const first: Openings = { shown: [], settled: [] };
    try {
      // Written past the app's own actions: everybody is to be worked out once, as after a first pull.
      await page.evaluate(markEverybody);
      await openRoom(page, 'Today');
      await waitUntil(async () => (await page.evaluate(countStale)) === 0, 600_000, 'the agenda is there');
      await page.evaluate(watchMain);
      for (let run = -1; run < runs; run++) {
        for (const [openings, whileMs] of [
          [soon, elsewhereMs.short],
          [again, elsewhereMs.long],
        ] as const) {
          await openRoom(page, 'People');
          await pause(whileMs);
          // The first one compiles what the others find compiled.
          const opening = await openToday(page);
          if (run >= 0) add(openings, opening);
        }
        tell(`today, again: ${run + 1} of ${runs}`);
      }
      for (let run = 0; run < runs; run++) {
        await page.goto(app.server.url);
        await page.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
        await page.evaluate(watchMain);
        await pause(lookMs);
        add(first, await openToday(page));
        tell(`today, first: ${run + 1} of ${runs}`);
      }
    } finally {
      await app.close();
    }
    return {
      figures: [
        { what: 'tap to who is due and who was met', value: median(again.shown), unit: 'ms', atMost: 100 },
        { what: 'the same, 95th percentile', value: percentile(again.shown, 95), unit: 'ms' },
        { what: 'tap to the last change', value: median(again.settled), unit: 'ms' },
        { what: 'a second after it was left', value: median(soon.shown), unit: 'ms', atMost: 100 },
        { what: 'that, 95th percentile', value: percentile(soon.shown, 95), unit: 'ms' },
        { what: 'the first after a start', value: median(first.shown), unit: 'ms', atMost: 100 },
        { what: 'the first, 95th percentile', value: percentile(first.shown, 95), unit: 'ms' },
        { what: 'the first to the last change', value: median(first.settled), unit: 'ms' },
      ],
      raw: {
        'tap to shown ms': again.shown,
        'tap to settled ms': again.settled,
        'soon to shown ms': soon.shown,
        'soon to settled ms': soon.settled,
        'first to shown ms': first.shown,
        'first to settled ms': first.settled,
      },
    };
  },
};

/** Milliseconds from the tap, of each. */
interface Openings {
  readonly shown: number[];
  readonly settled: number[];
}

function add(openings: Openings, [shown, settled]: readonly [number, number]): void {
  openings.shown.push(shown);
  openings.settled.push(settled);
}

async function openToday(page: Page): Promise<readonly [number, number]> {
  await page.evaluate(() => performance.clearMarks());
  await openRoom(page, 'Today');
  await page.getByRole('heading', { name: 'Due to hear from you' }).waitFor();
  await pause(restMs);
  const [shown, settled] = await page.evaluate(readMarks);
  if (shown === undefined || settled === undefined) throw new Error('Today never showed both lists');
  return [shown, settled];
}

/** A thumb that presses as long as thumbs do, by the place on the screen: a tap by name looks at the page first. */
async function openRoom(page: Page, name: string): Promise<void> {
  const box = await page.getByRole('navigation').getByRole('link', { name }).boundingBox();
  if (box === null) throw new Error(`There is no way to ${name}`);
  const thumb = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await thumb.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  await pause(pressMs);
  await thumb.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await thumb.detach();
}

/** Runs in the page. */
function markEverybody(): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('justmet');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const transaction = open.result.transaction('stale', 'readwrite');
      transaction.objectStore('stale').put({ id: 'everybody' });
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        open.result.close();
        resolve();
      };
    };
  });
}

/** Runs in the page. */
function countStale(): Promise<number> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('justmet');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const count = open.result.transaction('stale').objectStore('stale').count();
      count.onsuccess = () => {
        open.result.close();
        resolve(count.result);
      };
    };
  });
}

/**
 * Runs in the page: marks `tapped` when the thumb leaves the screen, `there` when both lists are in the page, `painted`
 * after each frame that changes. `shown` is the thumb's own next frame on the screen, by Event Timing (W3C; to 8 ms),
 * where both lists were there for it, and otherwise the end of the frame that has them.
 */
function watchMain(): void {
  const afterPaint = (run: () => void) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = run;
      port2.postMessage(undefined);
    });
  };
  // Drawn behind another room, they are not there.
  const areThere = () => {
    const isSeen = (heading: Element) => heading.checkVisibility();
    const headings = [...document.querySelectorAll('main h2')].filter(isSeen);
    const words = headings.map((heading) => heading.textContent ?? '');
    return words.includes('Due to hear from you') && words.some((text) => text.startsWith('You met'));
  };
  const isMarked = (name: string) => performance.getEntriesByName(name).length > 0;
  const mark = () => {
    if (!isMarked('there') && areThere()) performance.mark('there');
    afterPaint(() => {
      const isFirst = !isMarked('late') && areThere();
      performance.mark(isFirst ? 'late' : 'painted');
    });
  };
  const changes = {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: ['class', 'style'],
  };
  new MutationObserver(mark).observe(document.body, changes);
  const markTapped = (event: Event) => performance.mark('tapped', { startTime: event.timeStamp });
  addEventListener('pointerup', markTapped, true);
  const take = (entry: PerformanceEntry) => {
    if (!(entry instanceof PerformanceEventTiming) || entry.name !== 'pointerup') return;
    const there = performance.getEntriesByName('there').at(-1)?.startTime ?? Number.POSITIVE_INFINITY;
    if (there < entry.startTime || there > entry.processingEnd) return;
    performance.mark('shown', { startTime: entry.startTime + entry.duration });
  };
  const timings = new PerformanceObserver((list) => list.getEntries().forEach(take));
  const events = { type: 'event', durationThreshold: 16 };
  timings.observe(events);
}

/** Runs in the page: from the tap to both lists, and to the last change, ms. */
function readMarks(): readonly (number | undefined)[] {
  const timeOf = (name: string) => performance.getEntriesByName(name).at(-1)?.startTime;
  const [tapped, late, painted] = [timeOf('tapped'), timeOf('late'), timeOf('painted')];
  if (tapped === undefined || late === undefined) return [];
  const shown = timeOf('shown') ?? late;
  return [shown - tapped, Math.max(shown, painted ?? 0) - tapped];
}
