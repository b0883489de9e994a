import { appPages } from '../../tests/browser/harness/app-pages.ts';
import { evening } from './people-met.ts';
import { type Studio, setTime } from './studio.ts';

/** A new app: nobody met, no contact database claimed. */
export async function takeEmpty(studio: Studio): Promise<void> {
  const { page, server, take } = studio;
  const app = appPages(page);
  await setTime(studio, evening);
  await page.goto(server.url);
  await app.waitUntilOffline();
  await take('capture', 'empty');
  await page.getByRole('button', { name: 'Save' }).click({ force: true });
  await page.getByText('is enough').waitFor();
  await take('capture-problem', 'empty');
  await app.room('Today').click();
  await page.getByText('Nobody yet today').waitFor();
  await take('today', 'empty');
  await app.room('People').click();
  await page.getByText('Everybody you meet').waitFor();
  await take('people', 'empty');
  await app.room('My card').click();
  await app.field('Your name').waitFor();
  await take('card', 'empty');
  await app.room('Settings').click();
  await page.getByText('Phone numbers').waitFor();
  await take('settings', 'empty');
  await page.goto(`${server.url}/connect`);
  await page.getByText('is nobody’s yet').waitFor();
  await take('connect', 'empty');
  await page.goto(server.claimLink ?? '');
  await page.getByRole('button', { name: 'Make it mine' }).waitFor();
  await take('claim', 'empty');
}
