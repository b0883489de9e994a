import { appPages, type Met } from '../tests/browser/harness/app-pages.ts';
import { startServer } from '../tests/browser/harness/start-server.ts';
import type { Measurement } from './harness/measurement.ts';
import { probeClicks, probeSaves } from './harness/probes.ts';
import { makeScratch } from './harness/scratch.ts';
import { launchSlowBrowser, pause } from './harness/slow-browser.ts';
import { median, percentile, ratio } from './harness/statistics.ts';

/** Long enough for drafts, live queries and pictures of the screen before to be done with. */
const restMs = 400;

/**
 * From the click on Save to the complete event of the strict transaction that holds the person. Against
 * it, in the same page and in turn: one strict transaction that puts the same values as one record into
 * a database with one store. Both lie in one profile on the disk.
 */
export const save: Measurement = {
  name: 'save',
  async measure({ runs = 100, scale, tell }) {
    const saves = Math.max(3, Math.round(runs * scale));
    const server = await startServer({ dataFolder: makeScratch('data') });
    const browser = await launchSlowBrowser(makeScratch('save'));
    const { page } = browser;
    const sides = { app: [] as number[], tap: [] as number[], bare: [] as number[] };
    try {
      await page.addInitScript(probeClicks);
      await page.addInitScript(probeSaves);
      await page.goto(server.url);
      await appPages(page).waitUntilOffline();
      // The first three are not counted: they load and compile what later ones find.
      for (let count = -3; count < saves; count++) {
        await appPages(page).fillTag(someoneMet(count));
        await pause(restMs);
        const app = await saveInApp();
        await pause(restMs);
        const bare = await page.evaluate(saveBare);
        await page.getByRole('button', { name: 'Meet someone else' }).click();
        await appPages(page).field('Name').waitFor();
        if (count < 0) continue;
        sides.app.push(app.click);
        sides.tap.push(app.tap);
        sides.bare.push(bare);
        if ((count + 1) % 10 === 0) tell(`save: ${count + 1} of ${saves}`);
      }
    } finally {
      await browser.close();
      await server.stop();
    }
    return {
      figures: [
        { what: 'click on Save to durable', value: median(sides.app), unit: 'ms' },
        { what: 'the same, 95th percentile', value: percentile(sides.app, 95), unit: 'ms' },
        { what: 'finger off the glass to durable', value: median(sides.tap), unit: 'ms' },
        { what: 'bare transaction', value: median(sides.bare), unit: 'ms' },
        { what: 'save / bare', value: ratio(sides.app, sides.bare), unit: 'times', atMost: 1.5 },
      ],
      raw: { 'click ms': sides.app, 'tap ms': sides.tap, 'bare ms': sides.bare },
    };

    async function saveInApp(): Promise<{ click: number; tap: number }> {
      await page.evaluate(() => performance.clearMarks());
      await page.getByRole('button', { name: /^Save/ }).tap();
      await page.getByRole('heading', { name: /is saved$/ }).waitFor();
      return page.evaluate(() => {
        const at = (mark: string) => performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN;
        return { click: at('durable') - at('clicked'), tap: at('durable') - at('tapped') };
      });
    }
  },
};

function someoneMet(count: number): Met {
  const number = `${1_000 + count}`;
  return {
    name: `Dana Ruiz ${count}`,
    phone: `(231) 555-${number}`,
    email: `dana${count}@fourthstreetbakery.example`,
    handle: `instagram.com/danabakes${count}`,
    company: 'Fourth Street Bakery',
    where: 'Chamber mixer',
  };
}

/** Runs in the page: what the app has just written, once more, with nothing around it. */
function saveBare(): Promise<number> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('bare', 1);
    open.onerror = () => reject(open.error);
    open.onupgradeneeded = () => open.result.createObjectStore('row');
    open.onsuccess = () => {
      const values = globalThis.benchPuts;
      const start = performance.now();
      const transaction = open.result.transaction('row', 'readwrite', { durability: 'strict' });
      transaction.objectStore('row').put(values, start);
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        resolve(performance.now() - start);
        open.result.close();
      };
    };
  });
}
