import type { Page } from 'playwright-core';
import { openPeople } from './harness/app-with-people.ts';
import type { Measurement } from './harness/measurement.ts';
import { pause } from './harness/slow-browser.ts';
import { median, percentile } from './harness/statistics.ts';

const words = [
  'beagle',
  'ruiz',
  'dana r',
  'fourth st',
  '555',
  'oak mixer',
  'lansing',
  'nunez',
  'chen bak',
  'zzz',
];
const restMs = 350;

/**
 * 10,000 people with three notes each. From the key that is pressed to the frame in which the list last
 * changed for it; a key that changes nothing on the screen is left out.
 */
export const search: Measurement = {
  name: 'search',
  async measure({ runs = 2, scale, tell }) {
    const app = await openPeople(Math.round(10_000 * scale), 3);
    const { page } = app.browser;
    const painted: number[] = [];
    try {
      const box = page.getByRole('searchbox', { name: 'Search people' });
      await page.evaluate(watchList);
      // A word unmeasured: it compiles what the others find compiled.
      for (const key of 'mill') await pressAndRead(page, key);
      for (let round = 0; round < runs; round++) {
        for (const word of words) {
          await box.fill('');
          await pause(restMs);
          for (const key of word) painted.push(...(await pressAndRead(page, key)));
        }
        tell(`search: ${round + 1} of ${runs}`);
      }
    } finally {
      await app.close();
    }
    return {
      figures: [
        {
          what: 'key to painted result, 95th percentile',
          value: percentile(painted, 95),
          unit: 'ms',
          atMost: 50,
        },
        { what: 'key to painted result', value: median(painted), unit: 'ms' },
      ],
      raw: { 'key to painted ms': painted },
    };
  },
};

async function pressAndRead(page: Page, key: string): Promise<number[]> {
  await page.evaluate(() => performance.clearMarks());
  await page.keyboard.press(key === ' ' ? 'Space' : key);
  await pause(restMs);
  return page.evaluate(() => {
    const pressed = performance.getEntriesByName('pressed')[0]?.startTime;
    const painted = performance.getEntriesByName('painted').at(-1)?.startTime;
    return pressed === undefined || painted === undefined ? [] : [painted - pressed];
  });
}

/** Runs in the page: marks `pressed` at each key, and `painted` after the frame of each change of the list. */
function watchList(): void {
  const afterPaint = (run: () => void) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = run;
      port2.postMessage(undefined);
    });
  };
  const markPainted = () => afterPaint(() => performance.mark('painted'));
  const list = document.querySelector('main ul');
  if (list === null) throw new Error('There is no list');
  new MutationObserver(markPainted).observe(list, { childList: true, subtree: true, characterData: true });
  const markPressed = (event: KeyboardEvent) => performance.mark('pressed', { startTime: event.timeStamp });
  addEventListener('keydown', markPressed, true);
}
