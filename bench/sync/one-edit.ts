import type { Page } from 'playwright-core';
import { appPages } from '../../tests/browser/harness/app-pages.ts';
import { startServer } from '../../tests/browser/harness/start-server.ts';
import { makePeople } from '../harness/make-people.ts';
import { probeSaves, probeSync } from '../harness/probes.ts';
import { makeScratch } from '../harness/scratch.ts';
import { launchSlowBrowser, pause, slowDown, waitUntil } from '../harness/slow-browser.ts';
import { claim, countStore, fillWaiting } from './app-contender.ts';
import { countBytes } from './count-bytes.ts';

export interface OneEdit {
  /** From the end of the transaction that saved it to the end of the one that took its acknowledgement in. */
  readonly ms: number;
  readonly requests: number;
  /** The bodies of the requests. */
  readonly bodyBytes: number;
  /** What went up at the server's socket meanwhile, headers and all. */
  readonly socketBytes: number;
}

export interface SyncedDevice {
  /** Changes one person's company, on that person's page. */
  editOnce(count: number): Promise<OneEdit>;
  close(): Promise<void>;
}

const limitMs = 600_000;
/** Long enough for whatever follows an acknowledgement. */
const restMs = 700;

/** A device whose people are all in its own contact database, on the page of one of them. */
export async function openSyncedDevice(people: number): Promise<SyncedDevice> {
  const server = await startServer({ dataFolder: makeScratch('data') });
  const counter = await countBytes(server.url);
  const browser = await launchSlowBrowser(makeScratch('profile'));
  const { page, context } = browser;
  const made = makePeople({ people, notesEach: 0, handlesEach: 2 });
  const person = made.edits.findLast(({ edit }) => edit.table === 'person');
  await page.addInitScript(probeSaves);
  await page.addInitScript(probeSync);
  await claim(page, server, counter.url);
  await fillWaiting(page, context, made);
  await slowDown(page, 1);
  await context.setOffline(false);
  await waitUntil(async () => (await page.evaluate(countStore, 'outbox')) === 0, limitMs, 'all is pushed');
  await page.goto(`${counter.url}/people/${person?.edit.id}`);
  const company = appPages(page).field('Company');
  await company.waitFor();
  await slowDown(page);
  return {
    async editOnce(count) {
      await company.fill(`Company ${count}`);
      await pause(restMs);
      await page.evaluate(() => {
        performance.clearMarks();
        globalThis.benchSent = [];
      });
      counter.take();
      await company.press('Enter');
      await waitUntil(() => page.evaluate(isAcknowledged), 30_000, 'the edit is acknowledged');
      await pause(restMs);
      return { ...(await readEdit(page)), socketBytes: counter.take().bytesUp };
    },
    async close() {
      await browser.close();
      counter.close();
      await server.stop();
    },
  };
}

/** Runs in the page. */
function isAcknowledged(): boolean {
  const durable = performance.getEntriesByName('durable')[0]?.startTime;
  const asked = performance.getEntriesByName('sync-asked')[0]?.startTime ?? Number.POSITIVE_INFINITY;
  const settled = performance.getEntriesByName('settled').at(-1)?.startTime ?? 0;
  return durable !== undefined && settled > asked;
}

function readEdit(page: Page): Promise<Omit<OneEdit, 'socketBytes'>> {
  return page.evaluate(() => {
    const first = (mark: string) => performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN;
    const asked = first('sync-asked');
    const settled = performance.getEntriesByName('settled').find(({ startTime }) => startTime > asked);
    return {
      ms: (settled?.startTime ?? Number.NaN) - first('durable'),
      requests: globalThis.benchSent.length,
      bodyBytes: globalThis.benchSent.reduce((sum, size) => sum + size, 0),
    };
  });
}
