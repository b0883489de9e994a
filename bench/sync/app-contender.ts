import type { BrowserContext, Page } from 'playwright-core';
import { appPages } from '../../tests/browser/harness/app-pages.ts';
import { querySql } from '../../tests/browser/harness/sql.ts';
import { type RunningServer, startServer } from '../../tests/browser/harness/start-server.ts';
import { fillStores } from '../harness/fill-stores.ts';
import type { MadePeople } from '../harness/make-people.ts';
import { probeSync } from '../harness/probes.ts';
import { makeScratch } from '../harness/scratch.ts';
import { launchSlowBrowser, slowDown, waitUntil } from '../harness/slow-browser.ts';
import type { Contender, Moved } from './contender.ts';
import { type ByteCounter, countBytes } from './count-bytes.ts';

const limitMs = 900_000;

/** This app as it is built and served: people wait in its outbox, then in its contact database. */
export const appContender: Contender = {
  name: 'app',
  async run(made) {
    const server = await startServer({ dataFolder: makeScratch('data') });
    const counter = await countBytes(server.url);
    try {
      const push = await pushAll(server, counter, made);
      // The row that names the device is the app's own.
      const query = `select count(*) as arrived from "row" where "table" <> 'device'`;
      const [counted] = await querySql(server.dataFolder, query);
      if (Number(counted?.arrived) !== made.edits.length)
        throw new Error(`${counted?.arrived} of ${made.edits.length} rows arrived`);
      return { push, pull: await pullAll(counter, made) };
    } finally {
      counter.close();
      await server.stop();
    }
  },
};

/** From the `online` event to the end of the transaction that takes the last acknowledgement in. */
async function pushAll(server: RunningServer, counter: ByteCounter, made: MadePeople): Promise<Moved> {
  const browser = await launchSlowBrowser(makeScratch('profile'));
  const { page, context } = browser;
  try {
    await page.addInitScript(probeSync);
    await claim(page, server, counter.url);
    await fillWaiting(page, context, made);
    counter.take();
    await goOnline(page, context);
    await waitUntil(whenQuiet(page), limitMs, 'all is pushed');
    return { ms: await readSpan(page, 'online'), ...counter.take() };
  } finally {
    await browser.close();
  }
}

/** Chromium tells a page that was opened without a network of none that comes. */
async function goOnline(page: Page, context: BrowserContext): Promise<void> {
  await context.setOffline(false);
  await page.evaluate(() => dispatchEvent(new Event('online')));
}

/**
 * Counts the outbox only once nothing is settled any more: counting holds up each transaction over it, and on
 * the other sides nobody asks while they push.
 */
function whenQuiet(page: Page): () => Promise<boolean> {
  let before = 0;
  return async () => {
    const settled = await page.evaluate(() => performance.getEntriesByName('settled').length);
    const isQuiet = settled > 0 && settled === before;
    before = settled;
    return isQuiet && (await page.evaluate(countStore, 'outbox')) === 0;
  };
}

/** From the first sync request of a browser that has just signed in to the end of the last page's transaction. */
async function pullAll(counter: ByteCounter, made: MadePeople): Promise<Moved> {
  const browser = await launchSlowBrowser(makeScratch('profile'));
  const { page } = browser;
  const app = appPages(page);
  try {
    await page.addInitScript(probeSync);
    await app.signIn(counter.url);
    const isComplete = async () => /all in database/.test(await app.statusWords());
    await waitUntil(isComplete, limitMs, 'all is pulled');
    const people = made.edits.filter(({ edit }) => edit.table === 'person').length;
    const arrived = await page.evaluate(countStore, 'person');
    if (arrived !== people) throw new Error(`${arrived} of ${people} people were pulled`);
    // What the counter saw was the app itself as well.
    return { ms: await readSpan(page, 'sync-asked'), bytesUp: 0, bytesDown: await page.evaluate(sumAnswers) };
  } finally {
    await browser.close();
  }
}

export async function claim(page: Page, server: RunningServer, url: string): Promise<void> {
  const app = appPages(page);
  await app.claim((server.claimLink ?? '').replace(server.url, url));
  await waitUntil(async () => /all in database/.test(await app.statusWords()), 30_000, 'connected');
}

/** Leaves the page offline, with people that wait, and its marks empty. */
export async function fillWaiting(page: Page, context: BrowserContext, made: MadePeople): Promise<void> {
  await appPages(page).room('Capture').click();
  await context.setOffline(true);
  await slowDown(page, 1);
  await fillStores(page, made, { isWaiting: true });
  // The app was not there when they were saved: opened anew, it knows of them as it would have.
  await page.reload();
  const isKnown = async () => /On the way/.test(await appPages(page).statusWords());
  await waitUntil(isKnown, 30_000, 'the corner tells of those who wait');
  await slowDown(page);
  await page.evaluate(() => performance.clearMarks());
}

/** Runs in the page. */
export function countStore(store: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('justmet');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const count = open.result.transaction(store).objectStore(store).count();
      count.onsuccess = () => {
        open.result.close();
        resolve(count.result);
      };
    };
  });
}

/** Runs in the page: encoded bodies and headers of the answers to sync requests. */
function sumAnswers(): number {
  const answers = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/api/sync'));
  return answers.reduce(
    (sum, answer) => sum + (answer instanceof PerformanceResourceTiming ? answer.transferSize : 0),
    0,
  );
}

function readSpan(page: Page, from: string): Promise<number> {
  return page.evaluate((mark) => {
    const start = performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN;
    return (performance.getEntriesByName('settled').at(-1)?.startTime ?? Number.NaN) - start;
  }, from);
}
