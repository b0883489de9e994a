import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appPages, type Met } from './harness/app-pages.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { readDrafts } from './harness/read-rows.ts';
import { querySql } from './harness/sql.ts';
import { type RunningServer, startServer } from './harness/start-server.ts';

const met: readonly Met[] = [
  {
    name: 'Dana Ruiz',
    phone: '(231) 555-0142',
    email: 'dana@fourthstreetbakery.com',
    handle: 'instagram.com/danabakes',
    company: 'Fourth Street Bakery',
    where: 'Chamber mixer',
    note: 'Runs the bakery on Fourth Street, just moved from Lansing with a beagle.',
  },
  { name: 'Priya Venkat', phone: '+44 20 7946 0958', note: 'Two cats, restores old radios.' },
  {
    name: 'José Núñez',
    email: 'jose@example.com',
    where: 'Open house, Mill Street',
    note: 'Asked about “Oak” 🏡',
  },
  { phone: '231-555-0177', note: 'Did not say a name.' },
  { name: 'Terrence Moore', handle: '@terrence', note: 'Homeowner,\nwants a bigger yard.' },
];
const sixth: Met = { name: 'Luis Garza', phone: '231 555 01' };

let server: RunningServer;
let phone: LaunchedBrowser;
let laptop: LaunchedBrowser | undefined;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await phone?.close();
  await laptop?.close();
  await server?.stop();
});

test('meet six people without signal, lose the browser, and find them all in the contact database', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'justmet-phone-'));
  phone = await launchBrowser(profile, { isWhole: true });
  await appPages(phone.page).claim(server.claimLink ?? '');
  await appPages(phone.page).waitUntilOffline();
  // Chromium itself writes cookies to its disk only every 30 seconds, or when it closes.
  await phone.close();
  phone = await launchBrowser(profile, { isWhole: true });
  await phone.page.goto(server.url);

  await server.kill();
  await phone.context.setOffline(true);
  await phone.page.goto(server.url);
  await expect.poll(() => focusedField(phone)).toBe('name');
  for (const one of met) await appPages(phone.page).meet(one);
  await appPages(phone.page).fillTag(sixth);
  await expect.poll(() => readDrafts(phone.page)).toContain(sixth.phone);
  await phone.killBrowser();

  phone = await launchBrowser(profile, { isWhole: true, offline: true });
  const app = appPages(phone.page);
  await phone.page.goto(server.url);
  await expect.poll(() => app.field('Name').inputValue()).toBe(sixth.name);
  await expect.poll(() => app.field('Phone').inputValue()).toBe(sixth.phone);
  expect(await app.field('Where you met').inputValue()).toBe('Open house, Mill Street');
  await app.room('People').click();
  for (const name of ['Dana Ruiz', 'Priya Venkat', 'José Núñez', '231-555-0177', 'Terrence Moore']) {
    await phone.page.getByRole('main').getByText(name, { exact: true }).waitFor();
  }
  await app.room('Capture').click();
  await app.save();
  await app.keepNote('Roofer, two trucks.');
  await phone.page.getByText('Goes there as soon as you have signal.').waitFor();
  await app.room('Today').click();
  await expect.poll(() => app.statusWords()).toMatch(/offline, 6 waiting/);

  await server.restart();
  await phone.context.setOffline(false);
  await expect.poll(() => app.statusWords(), { timeout: 20_000 }).toMatch(/all in database/);
  await expectAllSix(server.dataFolder);

  laptop = await launchBrowser(await mkdtemp(join(tmpdir(), 'justmet-laptop-')));
  await appPages(laptop.page).signIn(server.url);
  await appPages(laptop.page).room('People').click();
  for (const name of [...met.flatMap((one) => one.name ?? []), '231-555-0177', 'Luis Garza']) {
    await laptop.page.getByRole('main').getByText(name, { exact: true }).waitFor();
  }
  await laptop.page.getByRole('link', { name: /José Núñez/ }).click();
  await laptop.page.getByText('Asked about “Oak” 🏡').waitFor();
});

async function expectAllSix(dataFolder: string): Promise<void> {
  const people = await querySql(
    dataFolder,
    'select name, phone, email, handle, company, met_where from people',
  );
  expect(people).toHaveLength(6);
  expect(people).toContainEqual({
    name: 'Dana Ruiz',
    phone: '(231) 555-0142',
    email: 'dana@fourthstreetbakery.com',
    handle: 'instagram.com/danabakes',
    company: 'Fourth Street Bakery',
    met_where: 'Chamber mixer',
  });
  const phones = await querySql(dataFolder, 'select number, e164 from phones order by number');
  expect(phones).toEqual([
    { number: '(231) 555-0142', e164: '+12315550142' },
    { number: '+44 20 7946 0958', e164: '+442079460958' },
    { number: '231 555 01', e164: null },
    { number: '231-555-0177', e164: '+12315550177' },
  ]);
  const notes = await querySql(dataFolder, 'select text from notes');
  const written = [...met.map((one) => one.note), 'Roofer, two trucks.'];
  expect(notes.map(({ text }) => text).sort()).toEqual(written.sort());
}

function focusedField(browser: LaunchedBrowser): Promise<string | null> {
  return browser.page.evaluate(() => document.activeElement?.getAttribute('name') ?? null);
}
