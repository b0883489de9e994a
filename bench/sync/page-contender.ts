import type { Page } from 'playwright-core';
import { makeScratch } from '../harness/scratch.ts';
import { launchSlowBrowser, slowDown } from '../harness/slow-browser.ts';
import { buildPage } from './build-page.ts';
import type { Contender, Moved } from './contender.ts';
import { type ByteCounter, countBytes } from './count-bytes.ts';
import type { SideMoved } from './page-side.ts';
import type { SideServer } from './serve-side.ts';

interface PageOptions {
  readonly name: string;
  /** Holds an index.html whose script sets `globalThis.side`. */
  readonly folder: string;
  readonly query?: string;
  readonly serve: (pageFolder: string) => Promise<SideServer>;
}

const chunk = 2_000;

/** A contender that is a page with a `side`, and a server. */
export async function preparePage({ name, folder, query = '', serve }: PageOptions): Promise<Contender> {
  const built = await buildPage(folder);
  return {
    name,
    async run(made) {
      const server = await serve(built);
      const counter = await countBytes(server.url);
      const rows = made.edits.length;
      const edits = made.edits.map(({ edit }) => edit);
      try {
        const push = await withPage(counter.url + query, async (page) => {
          await slowDown(page, 1);
          for (let start = 0; start < rows; start += chunk) {
            const json = JSON.stringify(edits.slice(start, start + chunk));
            await page.evaluate((text) => globalThis.side.fill(text), json);
          }
          await slowDown(page);
          return measure(counter, rows, () => page.evaluate(() => globalThis.side.push()));
        });
        const arrived = await server.countRows();
        if (arrived !== rows) throw new Error(`${name}: ${arrived} of ${rows} rows arrived`);
        const pull = await withPage(counter.url + query, (page) =>
          measure(counter, rows, () => page.evaluate(() => globalThis.side.pull())),
        );
        return { push, pull };
      } finally {
        counter.close();
        server.close();
      }
    },
  };
}

async function withPage<T>(url: string, work: (page: Page) => Promise<T>): Promise<T> {
  const browser = await launchSlowBrowser(makeScratch('profile'));
  browser.page.setDefaultTimeout(0);
  try {
    await browser.page.goto(url);
    await browser.page.waitForFunction(() => 'side' in globalThis);
    return await work(browser.page);
  } finally {
    await browser.close();
  }
}

async function measure(counter: ByteCounter, wanted: number, move: () => Promise<SideMoved>): Promise<Moved> {
  counter.take();
  const { ms, rows } = await move();
  if (rows !== wanted) throw new Error(`${rows} of ${wanted} rows moved`);
  return { ms, ...counter.take() };
}
