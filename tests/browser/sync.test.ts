import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { desktop, type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { querySql } from './harness/sql.ts';
import { type RunningServer, startServer } from './harness/start-server.ts';

let server: RunningServer;
let phone: LaunchedBrowser;
let laptop: LaunchedBrowser;

const newProfile = () => mkdtemp(join(tmpdir(), 'justmet-profile-'));
const names = () => querySql(server.dataFolder, 'select name from people order by name');

beforeEach(async () => {
  server = await startServer();
  phone = await launchBrowser(await newProfile());
  laptop = await launchBrowser(await newProfile(), desktop);
  await appPages(phone.page).claim(server.claimLink ?? '');
});
afterEach(async () => {
  await phone.close();
  await laptop.close();
  await server.stop();
});

/** Coming back to a page is a trigger; this makes it the one in front. */
async function bringForward(browser: LaunchedBrowser): Promise<void> {
  await browser.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

test('S-4 S-10 what two devices change in one person both arrive at each other', async () => {
  const mine = appPages(phone.page);
  const theirs = appPages(laptop.page);
  await mine.room('Capture').click();
  await mine.meet({ name: 'Dana Ruiz', phone: '231 555 0142' });
  await mine.room('People').click();
  await expect.poll(() => mine.statusWords()).toMatch(/^all in database/);
  await theirs.signIn(server.url);
  await theirs.room('People').click();
  await laptop.page.getByRole('link', { name: /Dana Ruiz/ }).click();
  await phone.page.getByRole('link', { name: /Dana Ruiz/ }).click();
  for (const [browser, number] of [
    [phone, '231 555 0177'],
    [laptop, '231 555 0199'],
  ] as const) {
    await browser.page.getByRole('button', { name: '+ Phone' }).click();
    await browser.page.keyboard.type(number);
    await browser.page.keyboard.press('Enter');
    await expect.poll(() => appPages(browser.page).field('Phone').count()).toBeGreaterThan(1);
  }
  await expect.poll(() => querySql(server.dataFolder, 'select number from phones')).toHaveLength(3);
  await bringForward(phone);
  await bringForward(laptop);
  await expect.poll(() => mine.field('Phone').count()).toBe(3);
  await expect.poll(() => theirs.field('Phone').count()).toBe(3);
});

test('S-15 a contact database that was wiped gets everything again, once', async () => {
  const app = appPages(phone.page);
  await app.room('Capture').click();
  for (const name of ['Ann', 'Bob', 'Cid'])
    await app.meet({ name, where: 'Chamber mixer', note: `About ${name}` });
  await expect.poll(names).toHaveLength(3);
  await server.stop();
  await rm(server.dataFolder, { recursive: true });
  await server.restart();
  await app.claim(server.claimLink ?? '');
  await expect.poll(names).toEqual([{ name: 'Ann' }, { name: 'Bob' }, { name: 'Cid' }]);
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
  await phone.page.getByText('Your contact database had lost people.').waitFor();
  await phone.page.getByRole('button', { name: 'OK', exact: true }).click();
  await expect.poll(() => phone.page.getByText('Your contact database had lost people.').count()).toBe(0);
  expect(await querySql(server.dataFolder, 'select text from notes order by text')).toHaveLength(3);
  expect(await querySql(server.dataFolder, 'select name, people from occasions')).toEqual([
    { name: 'Chamber mixer', people: 3 },
  ]);
});

test('S-15 a contact database restored from an older backup gets what it lacks, whoever writes first', async () => {
  const app = appPages(phone.page);
  const theirs = appPages(laptop.page);
  await app.room('Capture').click();
  await app.meet({ name: 'Ann' });
  await expect.poll(names).toHaveLength(1);
  await theirs.signIn(server.url);
  await expect.poll(() => theirs.statusWords()).toMatch(/^all in database/);
  await laptop.context.setOffline(true);
  await server.stop();
  const backup = `${server.dataFolder}-backup`;
  await cp(server.dataFolder, backup, { recursive: true });
  await server.restart();
  await app.meet({ name: 'Bob', note: 'After the backup.' });
  await expect.poll(names).toHaveLength(2);
  await phone.context.setOffline(true);
  await server.stop();
  await rm(server.dataFolder, { recursive: true });
  await cp(backup, server.dataFolder, { recursive: true });
  await server.restart();
  await laptop.context.setOffline(false);
  await theirs.room('Capture').click();
  for (const name of ['Cy', 'Di', 'Eve', 'Flo']) await theirs.meet({ name });
  await expect.poll(names).toHaveLength(5);
  await phone.context.setOffline(false);
  const all = ['Ann', 'Bob', 'Cy', 'Di', 'Eve', 'Flo'].map((name) => ({ name }));
  await expect.poll(names).toEqual(all);
  await phone.page.getByText('Your contact database had lost people.').waitFor();
  await app.room('People').click();
  for (const { name } of all) await phone.page.getByRole('link', { name: new RegExp(`^${name}`) }).waitFor();
  await bringForward(laptop);
  await theirs.room('People').click();
  for (const { name } of all) await laptop.page.getByRole('link', { name: new RegExp(`^${name}`) }).waitFor();
  expect(await querySql(server.dataFolder, 'select text from notes')).toEqual([
    { text: 'After the backup.' },
  ]);
});

test('S-21 a contact database made anew is not claimed under an email that these people do not belong to', async () => {
  const app = appPages(phone.page);
  await app.room('Capture').click();
  await app.meet({ name: 'Ann' });
  await expect.poll(names).toHaveLength(1);
  await server.stop();
  await rm(server.dataFolder, { recursive: true });
  await server.restart();
  await phone.page.goto(server.claimLink ?? '');
  await expect.poll(() => app.field('Email').inputValue()).toBe('olive@example.com');
  await app.field('Email').fill('somebody@example.com');
  await phone.page.getByLabel(/^Password/).fill('a long enough secret');
  await phone.page.getByRole('button', { name: 'Make it mine' }).click();
  await phone.page.getByText('The people on this phone belong to olive@example.com').waitFor();
  await app.field('Email').fill('olive@example.com');
  await phone.page.getByRole('button', { name: 'Make it mine' }).click();
  await expect.poll(names).toEqual([{ name: 'Ann' }]);
  await phone.page.goto(server.claimLink ?? '');
  await phone.page.getByText('has an owner already').waitFor();
});

test('S-16 a session that has ended is said, nothing is dropped, and signing in again sends it all', async () => {
  const app = appPages(phone.page);
  await phone.context.clearCookies();
  await app.room('Capture').click();
  await app.meet({ name: 'Ann', note: 'Plays the cello.' });
  await app.room('Today').click();
  await expect.poll(() => app.statusWords()).toMatch(/^sign in again\. 1 person kept on this phone/);
  await app.signIn(server.url);
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
  expect(await names()).toEqual([{ name: 'Ann' }]);
  expect(await querySql(server.dataFolder, 'select text from notes')).toEqual([{ text: 'Plays the cello.' }]);
});

test('S-18 while the server is away it is tried again, and the corner never claims more than it knows', async () => {
  const app = appPages(phone.page);
  await app.waitUntilOffline();
  await server.kill();
  await app.room('Capture').click();
  await app.meet({ name: 'Ann' });
  await app.room('Today').click();
  await expect.poll(() => app.statusWords()).toMatch(/^offline, 1 waiting/);
  await server.restart();
  await expect.poll(() => app.statusWords(), { timeout: 60_000 }).toMatch(/^all in database/);
  expect(await names()).toEqual([{ name: 'Ann' }]);
});

test('what was captured before there was a contact database goes along', async () => {
  const app = appPages(laptop.page);
  await laptop.page.goto(server.url);
  await app.meet({ name: 'Ann', note: 'Met before.' });
  await app.room('Settings').click();
  await laptop.page.getByRole('link', { name: 'Connect' }).click();
  await app.field('Email').fill('olive@example.com');
  await laptop.page.getByLabel('Password').fill('a long enough secret');
  await laptop.page.getByRole('button', { name: 'Sign in' }).click();
  await expect.poll(names).toEqual([{ name: 'Ann' }]);
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
});

test('S-13 a line that was changed on two devices: the later stands, and the earlier one is a tap away', async () => {
  const mine = appPages(phone.page);
  const theirs = appPages(laptop.page);
  await mine.room('Capture').click();
  await mine.meet({ name: 'Ann Otter', company: 'Old' });
  await theirs.signIn(server.url);
  await theirs.room('People').click();
  await laptop.page.getByRole('link', { name: /^Ann/ }).click();
  await theirs.field('Company').waitFor();
  await mine.room('People').click();
  await phone.page.getByRole('link', { name: /^Ann/ }).click();
  await phone.context.setOffline(true);
  await laptop.context.setOffline(true);
  await mine.field('Company').fill('Bakery');
  await mine.field('Company').press('Enter');
  await phone.page.waitForTimeout(300);
  await theirs.field('Company').fill('Garage');
  await theirs.field('Company').press('Enter');
  await laptop.page.waitForTimeout(300);
  await phone.context.setOffline(false);
  await expect
    .poll(() => querySql(server.dataFolder, 'select company from people'))
    .toEqual([{ company: 'Bakery' }]);
  await laptop.context.setOffline(false);
  await expect
    .poll(() => querySql(server.dataFolder, 'select company from people'))
    .toEqual([{ company: 'Garage' }]);
  const onPhone = phone.page.getByRole('region', { name: 'Changed in two places' });
  const onLaptop = laptop.page.getByRole('region', { name: 'Changed in two places' });
  await onPhone.getByText('Before: Bakery').waitFor();
  await onPhone.getByText(/^Company changed on your Linux computer, today, \d/).waitFor();
  await onLaptop.getByText(/^Company changed here, today/).waitFor();
  await onPhone.getByRole('button', { name: 'Bring back' }).click();
  await expect
    .poll(() => querySql(server.dataFolder, 'select company from people'))
    .toEqual([{ company: 'Bakery' }]);
  await expect.poll(() => theirs.field('Company').inputValue()).toBe('Bakery');
  await expect.poll(() => onLaptop.count()).toBe(0);
  await expect.poll(() => onPhone.count()).toBe(0);
});

test('S-22 a laptop open on Today shows what the phone captured, without being touched', async () => {
  const app = appPages(phone.page);
  const theirs = appPages(laptop.page);
  await theirs.signIn(server.url);
  await expect.poll(() => theirs.statusWords()).toMatch(/^all in database/);
  await laptop.page.waitForTimeout(500);
  await app.room('Capture').click();
  await app.fillTag({ name: 'Ann' });
  await app.save();
  await laptop.page.getByRole('link', { name: /^Ann/ }).waitFor({ timeout: 2_000 });
  await app.keepNote('Plays the cello');
  await server.kill();
  await server.restart();
  await phone.page.getByRole('button', { name: 'Meet someone else' }).click();
  await app.meet({ name: 'Bob' });
  await laptop.page.getByRole('link', { name: /^Bob/ }).waitFor({ timeout: 30_000 });
});

test('S-17 what waits is sent by the worker, with no page of the app open', async () => {
  await phone.close();
  phone = await launchBrowser(await newProfile(), { isWhole: true });
  const app = appPages(phone.page);
  await app.signIn(server.url);
  await app.waitUntilOffline();
  const blank = await phone.context.newPage();
  await phone.page.bringToFront();
  await app.room('Capture').click();
  await phone.context.setOffline(true);
  await app.meet({ name: 'Ann', note: 'Met in the lift' });
  await app.room('Today').click();
  await expect.poll(() => app.statusWords()).toMatch(/^offline, 1 waiting/);
  await phone.page.close();
  await blank.waitForTimeout(500);
  expect(await names()).toEqual([]);
  await phone.context.setOffline(false);
  await expect.poll(names, { timeout: 60_000 }).toEqual([{ name: 'Ann' }]);
  expect(await querySql(server.dataFolder, 'select text from notes')).toEqual([{ text: 'Met in the lift' }]);
  await blank.goto(server.url);
  await appPages(blank).room('Today').click();
  await expect.poll(() => appPages(blank).statusWords()).toMatch(/^all in database/);
  expect(await names()).toHaveLength(1);
});

test('deleting on one device is seen on the other, and so is its undoing', async () => {
  const mine = appPages(phone.page);
  const theirs = appPages(laptop.page);
  await mine.room('Capture').click();
  await mine.meet({ name: 'Ann Otter' });
  await expect.poll(names).toHaveLength(1);
  await theirs.signIn(server.url);
  await theirs.room('People').click();
  await laptop.page.getByRole('link', { name: /Ann Otter/ }).click();
  await laptop.page.getByRole('button', { name: 'Delete Ann' }).click();
  await expect.poll(names).toHaveLength(0);
  await mine.room('People').click();
  await bringForward(phone);
  await phone.page.getByText('Everybody you meet will be here').waitFor();
  await laptop.page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(names).toHaveLength(1);
  await bringForward(phone);
  await phone.page.getByRole('link', { name: /Ann Otter/ }).waitFor();
});
