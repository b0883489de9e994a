import type { LaunchedBrowser } from '../../tests/browser/harness/launch-browser.ts';
import { type RunningServer, startServer } from '../../tests/browser/harness/start-server.ts';
import { fillStores } from './fill-stores.ts';
import { makePeople } from './make-people.ts';
import { makeScratch } from './scratch.ts';
import { launchSlowBrowser, slowDown } from './slow-browser.ts';

export interface AppWithPeople {
  readonly server: RunningServer;
  readonly browser: LaunchedBrowser;
  close(): Promise<void>;
}

/** The app, slowed and not connected, with people stored and their list on the screen. */
export async function openPeople(
  people: number,
  notesEach: number,
  { arePlanned = false } = {},
): Promise<AppWithPeople> {
  const server = await startServer({ dataFolder: makeScratch('data') });
  const browser = await launchSlowBrowser(makeScratch('people'));
  const { page } = browser;
  await slowDown(page, 1);
  await page.goto(server.url);
  await page.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
  await fillStores(page, makePeople({ people, notesEach, arePlanned }));
  await page.goto(`${server.url}/people`);
  await page.getByRole('main').getByRole('listitem').nth(5).waitFor({ timeout: 60_000 });
  await slowDown(page);
  return {
    server,
    browser,
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}
