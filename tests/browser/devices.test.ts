import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { peoplePath } from '../../src/protocol/app-passwords.ts';
import { appPages, owner } from './harness/app-pages.ts';
import { findViolations } from './harness/find-violations.ts';
import { desktop, type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { readQrCodes } from './harness/read-qr.ts';
import { type ServerHere, serveHere } from './harness/serve-here.ts';
import { querySql } from './harness/sql.ts';

let server: ServerHere;
let laptop: LaunchedBrowser;
let phone: LaunchedBrowser;

const newProfile = () => mkdtemp(join(tmpdir(), 'justmet-profile-'));
const names = () => querySql(server.dataFolder, 'select name from people order by name');

beforeEach(async () => {
  server = await serveHere();
  laptop = await launchBrowser(await newProfile(), { ...desktop, serviceWorkers: 'block' });
  phone = await launchBrowser(await newProfile(), { serviceWorkers: 'block' });
  await appPages(laptop.page).claim(server.claimLink ?? '');
});
afterEach(async () => {
  await laptop.close();
  await phone.close();
  await server.stop();
});

async function showCode({ page }: LaunchedBrowser): Promise<string> {
  await appPages(page).room('Settings').click();
  await page.getByRole('link', { name: 'Add a phone' }).click();
  await page.getByRole('img', { name: 'The code that adds a phone' }).waitFor();
  const [link, ...more] = await readQrCodes(await page.screenshot());
  expect(more).toEqual([]);
  return link ?? 'no code in the picture';
}

const wordsOn = (page: Page) =>
  page.getByRole('list', { name: 'The three words' }).getByRole('listitem').allTextContents();

/** From the code on the laptop to the phone's own Today. */
async function joinPhone(): Promise<void> {
  await phone.page.goto(await showCode(laptop));
  await phone.page.getByRole('button', { name: 'Add this phone' }).click();
  await phone.page.getByRole('heading', { name: 'Compare the words' }).waitFor();
  await laptop.page.getByRole('button', { name: 'They match' }).click();
  await phone.page.waitForURL('**/today');
  await laptop.page.getByText('The phone is added').waitFor();
}

async function addPerson(browser: LaunchedBrowser, name: string): Promise<void> {
  const app = appPages(browser.page);
  await app.room('Capture').click();
  await app.meet({ name });
}

async function expectAccessible(page: Page, place: string): Promise<void> {
  expect(await findViolations(page), place).toEqual([]);
}

for (const scheme of ['light', 'dark'] as const) {
  test(`S-21 a phone with people on it joins by the code on the screen, in the ${scheme} scheme`, async () => {
    await laptop.page.emulateMedia({ colorScheme: scheme });
    await addPerson(laptop, 'Ann');
    await phone.page.goto(server.url);
    await addPerson(phone, 'Bob');
    const link = await showCode(laptop);
    expect(link).toMatch(new RegExp(`^${server.url}/join-phone#[\\w-]{75}$`));
    await laptop.page
      .getByRole('timer')
      .getByText(/^[12]:\d\d left$/)
      .waitFor();
    await phone.page.goto(link);
    await phone.page.getByRole('button', { name: 'Add this phone' }).click();
    await phone.page.getByText('The 1 person on this phone goes along').waitFor();
    await laptop.page.getByRole('heading', { name: 'Compare the words' }).waitFor();
    expect(await wordsOn(phone.page)).toHaveLength(3);
    expect(await wordsOn(phone.page)).toEqual(await wordsOn(laptop.page));
    for (const { page } of [laptop, phone]) await expectAccessible(page, 'the words');
    expect(await names()).toEqual([{ name: 'Ann' }]);
    await laptop.page.getByRole('button', { name: 'They match' }).click();
    await phone.page.waitForURL('**/today');
    await expect.poll(names).toEqual([{ name: 'Ann' }, { name: 'Bob' }]);
    await appPages(phone.page).room('People').click();
    await phone.page.getByRole('link', { name: /^Ann/ }).waitFor();
  });
}

test('a code that a second phone reads lets neither in, and both screens say so', async () => {
  const link = await showCode(laptop);
  await phone.page.goto(link);
  await phone.page.getByRole('button', { name: 'Add this phone' }).click();
  await phone.page.getByRole('heading', { name: 'Compare the words' }).waitFor();
  const other = await launchBrowser(await newProfile());
  await other.page.goto(link);
  await other.page.getByRole('button', { name: 'Add this phone' }).click();
  await other.page.getByText('Another phone has used this code.').waitFor();
  await phone.page.getByText('This code does not work any more.').waitFor();
  await laptop.page.getByText('This code was ended').waitFor();
  await other.close();
});

test('a person who sees other words says so, and a link can be pasted where there is no camera', async () => {
  const first = await showCode(laptop);
  await phone.page.goto(`${server.url}/connect`);
  await phone.page.getByRole('link', { name: 'Use a code from another device' }).click();
  await appPages(phone.page).field('Link').fill(first);
  await phone.page.getByRole('button', { name: 'Add this phone' }).click();
  await laptop.page.getByRole('button', { name: 'They do not match' }).click();
  await phone.page.getByText('This code does not work any more.').waitFor();
  await laptop.page.getByRole('button', { name: 'Show a new code' }).click();
  await laptop.page.getByRole('img', { name: 'The code that adds a phone' }).waitFor();
  const [next] = await readQrCodes(await laptop.page.screenshot());
  expect(next).not.toBe(first);
  await appPages(phone.page).field('Link').fill('https://example.com/somewhere');
  await phone.page.getByRole('button', { name: 'Add this phone' }).click();
  await phone.page.getByText('This is not the link of a code.').waitFor();
});

test('S-16 a device that is ended says by which, keeps what it has not sent, and sends it when it is signed in again', async () => {
  await joinPhone();
  const app = appPages(phone.page);
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
  await phone.context.setOffline(true);
  await addPerson(phone, 'Cid');
  await appPages(laptop.page).room('Settings').click();
  const devices = laptop.page.getByRole('region', { name: 'Your devices' });
  await devices.getByText('Linux computer, this one').waitFor();
  await devices.getByRole('button', { name: /^End / }).click();
  await laptop.page.getByText('is signed out.').waitFor();
  await expect.poll(() => devices.getByRole('button', { name: /^End / }).count()).toBe(0);
  await phone.context.setOffline(false);
  await app.room('Today').click();
  await expect.poll(() => app.statusWords()).toMatch(/^sign in again\. 1 person kept on this phone/);
  await phone.page.getByText('This device was signed out on your Linux computer, today').waitFor();
  await app.room('Settings').click();
  const download = phone.page.waitForEvent('download');
  await phone.page.getByRole('button', { name: 'Save as a file' }).click();
  const file = await (await download).createReadStream();
  let text = '';
  for await (const part of file) text += String(part);
  expect(text).toContain('"name": "Cid"');
  expect(await names()).toEqual([]);
  await app.signIn(server.url);
  await expect.poll(names).toEqual([{ name: 'Cid' }]);
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
  expect(await phone.page.getByText('This device was signed out').count()).toBe(0);
});

test('S-22 an open app that is ended says so by itself', async () => {
  await joinPhone();
  const app = appPages(phone.page);
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
  await phone.page.waitForTimeout(500);
  await appPages(laptop.page).room('Settings').click();
  await laptop.page.getByRole('button', { name: /^End / }).click();
  await phone.page.getByText('This device was signed out on your Linux computer').waitFor({ timeout: 5_000 });
});

test('a script reads the people with an app password, until it is ended', async () => {
  await addPerson(laptop, 'Ann');
  await appPages(laptop.page).room('Settings').click();
  await laptop.page.getByRole('link', { name: 'Show app passwords' }).click();
  await appPages(laptop.page).field('Name of the program').fill('My script');
  const make = laptop.page.getByRole('button', { name: 'Make an app password' });
  const present = laptop.page.getByLabel('Current password');
  await present.fill('not the one');
  await make.click();
  await laptop.page.getByText('The current password is not right.').waitFor();
  expect(await laptop.page.getByText('Never used').count()).toBe(0);
  await present.fill(owner.password);
  await make.click();
  const password = (await laptop.page.getByRole('status', { name: 'The app password' }).textContent()) ?? '';
  await expect.poll(names).toHaveLength(1);
  const curl = async () => {
    const args = ['-s', '-w', '\n%{http_code}', '-u', `anybody:${password}`, server.url + peoplePath];
    return (await promisify(execFile)('curl', args)).stdout.split('\n');
  };
  const [ann = '', ...rest] = await curl();
  expect(JSON.parse(ann)).toMatchObject({ name: 'Ann', phones: [] });
  expect(rest.at(-1)).toBe('200');
  await laptop.page.reload();
  await laptop.page.getByText(/^Used today, /).waitFor();
  expect(await laptop.page.getByText(password).count()).toBe(0);
  await laptop.page.getByRole('button', { name: 'End My script' }).click();
  await laptop.page.getByText('My script can read nothing any more.').waitFor();
  expect((await curl()).at(-1)).toBe('401');
});

test('the pages of devices are accessible in both schemes, and do not scroll sideways at 320 px', async () => {
  await joinPhone();
  const { page } = phone;
  const screens = [
    '/settings',
    '/settings/add-phone',
    '/settings/app-passwords',
    '/join-phone',
    '/join-phone#x',
  ];
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  for (const path of screens) {
    await page.goto('about:blank');
    await page.goto(server.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (path === '/settings') await page.getByText('Linux computer, this one').waitFor();
    if (path === '/settings/add-phone') await page.getByRole('img').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectAccessible(page, path);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 320]);
    await page.setViewportSize(size);
  }
});
