import type { Page } from 'playwright-core';
import { appPages } from '../tests/browser/harness/app-pages.ts';
import { querySql } from '../tests/browser/harness/sql.ts';
import { startServer } from '../tests/browser/harness/start-server.ts';
import { makeBareStores, pushBare } from './bare-push/push-bare.ts';
import { serveBarePush } from './bare-push/serve-bare-push.ts';
import { fillStores } from './harness/fill-stores.ts';
import { type MadePeople, makePeople } from './harness/make-people.ts';
import type { Measurement } from './harness/measurement.ts';
import { probeSync } from './harness/probes.ts';
import { makeScratch } from './harness/scratch.ts';
import { launchSlowBrowser, waitUntil } from './harness/slow-browser.ts';
import { median, ratio } from './harness/statistics.ts';

const allPeople = 10_000;
const limitMs = 900_000;

interface Pushed {
  readonly ms: number;
  /** Request bodies, as they went out. */
  readonly bytes: number;
}

/**
 * People with one note each wait in the outbox of a connected browser that is offline. From the `online`
 * event to the end of the transaction that takes the last acknowledgement in. Against it, in the same run:
 * the same outbox from a bare page to a bare server that upserts into SQLite.
 */
export const push: Measurement = {
  name: 'push',
  async measure({ runs = 3, scale, tell }) {
    const people = Math.round(allPeople * scale);
    const app: Pushed[] = [];
    const bare: Pushed[] = [];
    let plainBytes = 0;
    for (let round = 0; round < runs; round++) {
      const made = makePeople({ people, notesEach: 1, seed: round + 1 });
      plainBytes = made.edits.reduce((sum, { edit }) => sum + JSON.stringify(edit).length, 0) / people;
      const pushes = [
        async () => app.push(await pushFromApp(made)),
        async () => bare.push(await pushBarely(made)),
      ];
      for (const one of round % 2 === 0 ? pushes : pushes.toReversed()) await one();
      tell(`push: ${round + 1} of ${runs}`);
    }
    const seconds = (pushed: Pushed[]) => pushed.map(({ ms }) => ms / 1_000);
    const rate = (pushed: Pushed[]) => people / median(seconds(pushed));
    const bytes = (pushed: Pushed[]) => pushed.map((one) => one.bytes / people);
    return {
      figures: [
        { what: `${people} people to the last acknowledgement`, value: median(seconds(app)), unit: 's' },
        { what: 'people', value: rate(app), unit: 'a second' },
        { what: 'a person on the wire, up', value: median(bytes(app)), unit: 'bytes' },
        { what: 'a person as plain JSON', value: plainBytes, unit: 'bytes' },
        { what: 'bare push', value: median(seconds(bare)), unit: 's' },
        { what: 'bare push, a person on the wire', value: median(bytes(bare)), unit: 'bytes' },
        { what: 'push / bare', value: ratio(seconds(app), seconds(bare)), unit: 'times' },
      ],
      raw: {
        'app s': seconds(app),
        'bare s': seconds(bare),
        'app bytes a person': bytes(app),
        'bare bytes a person': bytes(bare),
      },
    };
  },
};

async function pushFromApp(made: MadePeople): Promise<Pushed> {
  const server = await startServer({ dataFolder: makeScratch('data') });
  const browser = await launchSlowBrowser(makeScratch('push'));
  const { page } = browser;
  const app = appPages(page);
  try {
    await page.addInitScript(probeSync);
    await app.claim(server.claimLink ?? '');
    await waitUntil(async () => /all in database/.test(await app.statusWords()), 30_000, 'connected');
    await app.room('Capture').click();
    await browser.context.setOffline(true);
    await fillStores(page, made, { isWaiting: true });
    await page.evaluate(() => {
      performance.clearMarks();
      globalThis.benchSent = [];
    });
    await browser.context.setOffline(false);
    await waitUntil(async () => (await page.evaluate(countWaiting)) === 0, limitMs, 'all is pushed');
    const pushed = await readPushed(page);
    await expectArrived(server.dataFolder, made);
    return pushed;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Runs in the page. */
function countWaiting(): Promise<number> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('justmet');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const count = open.result.transaction('outbox').objectStore('outbox').count();
      count.onsuccess = () => {
        open.result.close();
        resolve(count.result);
      };
    };
  });
}

function readPushed(page: Page): Promise<Pushed> {
  return page.evaluate(() => {
    const start = performance.getEntriesByName('online')[0]?.startTime ?? Number.NaN;
    const end = performance.getEntriesByName('settled').at(-1)?.startTime ?? Number.NaN;
    return { ms: end - start, bytes: globalThis.benchSent.reduce((sum, size) => sum + size, 0) };
  });
}

/** A push that lost something would be fast. */
async function expectArrived(dataFolder: string, made: MadePeople): Promise<void> {
  const query = 'select (select count(*) from people) + (select count(*) from notes) as arrived';
  const [counted] = await querySql(dataFolder, query);
  const sent = made.edits.filter(({ edit }) => edit.table !== 'occasion').length;
  if (Number(counted?.arrived) !== sent) throw new Error(`${counted?.arrived} of ${sent} rows arrived`);
}

async function pushBarely(made: MadePeople): Promise<Pushed> {
  const server = await serveBarePush();
  const browser = await launchSlowBrowser(makeScratch('push-bare'));
  try {
    await browser.page.goto(server.url);
    await browser.page.evaluate(makeBareStores);
    await fillStores(browser.page, made, { isWaiting: true, database: 'bare' });
    const pushed = await browser.page.evaluate(pushBare);
    const rows = server.countRows();
    if (rows !== made.edits.length) throw new Error(`${rows} of ${made.edits.length} rows arrived`);
    return pushed;
  } finally {
    await browser.close();
    server.close();
  }
}
