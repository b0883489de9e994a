import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { freshPhone } from './harness/fresh-phone.ts';
import { desktop, launchBrowser } from './harness/launch-browser.ts';
import { listServerFiles, makePicture } from './harness/pictures.ts';
import { querySql } from './harness/sql.ts';

const phone = freshPhone();
const serverFiles = () => listServerFiles(phone.server.dataFolder);

/** Meets Dana, and stands on her page. */
async function onDanasPage(page: Page): Promise<void> {
  const app = appPages(page);
  await app.meet({ name: 'Dana Ruiz' });
  await app.room('People').click();
  await page.getByRole('link', { name: /Dana Ruiz/ }).click();
}

/** Those that are drawn, as wide as they are. */
const shownWidths = (page: Page) =>
  page
    .getByRole('region', { name: 'Pictures' })
    .getByRole('img')
    .evaluateAll((images) =>
      images.map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)),
    );

const choose = (page: Page, ...pictures: ReturnType<typeof makePicture>[]) =>
  page.getByLabel('A picture of Dana').setInputFiles(pictures);

test('S-23 S-25 a picture taken without signal is here, arrives with the signal, and is seen on another device', async () => {
  const { page, context } = phone;
  const app = await phone.connect();
  await onDanasPage(page);
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
  await context.setOffline(true);
  const picture = makePicture(400, 300);
  await choose(page, picture);
  await expect.poll(() => shownWidths(page)).toEqual([400]);
  await expect.poll(() => app.statusWords()).toMatch(/^offline, 1 waiting/);
  expect(await serverFiles()).toEqual(new Map());
  await context.setOffline(false);
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
  expect(await serverFiles()).toEqual(new Map([[picture.hash, picture.hash]]));
  const sql = 'select person, kind, type, bytes, hash from files';
  expect(await querySql(phone.server.dataFolder, sql)).toEqual([
    {
      person: 'Dana Ruiz',
      kind: 'picture',
      type: 'image/bmp',
      bytes: picture.buffer.length,
      hash: picture.hash,
    },
  ]);
  const laptop = await launchBrowser(await mkdtemp(join(tmpdir(), 'justmet-profile-')), desktop);
  try {
    await appPages(laptop.page).signIn(phone.server.url);
    await appPages(laptop.page).room('People').click();
    await laptop.page.getByRole('link', { name: /Dana Ruiz/ }).click();
    await expect.poll(() => shownWidths(laptop.page)).toEqual([400]);
    // From now on it is there without a signal.
    await laptop.context.setOffline(true);
    await appPages(laptop.page).room('Today').click();
    await appPages(laptop.page).room('People').click();
    await laptop.page.getByRole('link', { name: /Dana Ruiz/ }).click();
    await expect.poll(() => shownWidths(laptop.page)).toEqual([400]);
  } finally {
    await laptop.close();
  }
});

test('S-24 S-23 a broken way up is gone on with where it was, and who is met meanwhile goes first', async () => {
  const { page } = phone;
  const app = await phone.connect();
  await onDanasPage(page);
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
  // Parts of 64, 128, 256 and 512 KiB have arrived by then.
  const brokenFrom = 960 * 1_024;
  const starts: number[] = [];
  let isBroken = true;
  await page.route('**/api/files/**', async (route) => {
    const { searchParams } = new URL(route.request().url());
    const from = Number(searchParams.get('from'));
    if (route.request().method() !== 'PUT') return route.continue();
    starts.push(from);
    if (isBroken && from >= brokenFrom) return route.abort();
    await route.continue();
  });
  const picture = makePicture(1_200, 900);
  await choose(page, picture);
  await expect.poll(() => starts.at(-1)).toBe(brokenFrom);
  expect(await serverFiles()).toEqual(new Map());
  await app.room('Capture').click();
  await app.meet({ name: 'Bob' });
  await expect.poll(() => phone.names()).toEqual([{ name: 'Bob' }, { name: 'Dana Ruiz' }]);
  await expect.poll(() => app.statusWords()).toMatch(/1 picture waiting/);
  isBroken = false;
  starts.length = 0;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
  expect(starts[0]).toBe(brokenFrom);
  expect(await serverFiles()).toEqual(new Map([[picture.hash, picture.hash]]));
});

test('S-26 making room removes only what the contact database just read again; looking brings it back', async () => {
  const { page } = phone;
  const app = await phone.connect();
  await onDanasPage(page);
  const [kept, gone] = [makePicture(200, 100), makePicture(300, 100)];
  await choose(page, kept, gone);
  await expect.poll(() => shownWidths(page)).toHaveLength(2);
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
  await rotOnServer(kept.hash);
  await app.room('Settings').click();
  await page.getByText(/^2 pictures/).waitFor();
  await page.getByRole('button', { name: 'Make room now' }).click();
  await page.getByText('90 kB made free.').or(page.getByText('91 kB made free.')).waitFor();
  // What had rotted there was still here, and went there again.
  await expect.poll(async () => (await serverFiles()).get(kept.hash)).toBe(kept.hash);
  const loads: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'GET' && request.url().includes('?from=')) loads.push(request.url());
  });
  await app.room('People').click();
  await page.getByRole('link', { name: /Dana Ruiz/ }).click();
  await expect.poll(async () => (await shownWidths(page)).sort()).toEqual([200, 300]);
  expect(loads.map((url) => url.includes(gone.hash))).toEqual([true]);
});

/** One byte of a file changes on the contact database's disk. */
async function rotOnServer(hash: string): Promise<void> {
  const folder = join(phone.server.dataFolder, 'files');
  const found = (await readdir(folder, { recursive: true })).find((path) => path.endsWith(hash));
  await writeFile(join(folder, found ?? ''), 'rotten');
}

test('S-27 a contact database that was wiped gets pictures again, too', async () => {
  const { page, server } = phone;
  const app = await phone.connect();
  await onDanasPage(page);
  const picture = makePicture(200, 100);
  await choose(page, picture);
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
  await expect.poll(serverFiles).toEqual(new Map([[picture.hash, picture.hash]]));
  await server.stop();
  await rm(server.dataFolder, { recursive: true });
  await server.restart();
  await app.claim(server.claimLink ?? '');
  await expect.poll(serverFiles).toEqual(new Map([[picture.hash, picture.hash]]));
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
});

test('a picture is seen large, deleted, and brought back', async () => {
  const { page } = phone;
  await page.goto(phone.server.url);
  await onDanasPage(page);
  await choose(page, makePicture(400, 300));
  await page.getByRole('button', { name: /^Picture, today/ }).click();
  const view = page.getByRole('dialog', { name: /^Picture, Today/ });
  await view.getByRole('img', { name: /^Taken Today/ }).waitFor();
  await view.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('The picture is deleted.').waitFor();
  await expect.poll(() => shownWidths(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => shownWidths(page)).toEqual([400]);
});

test('what is no picture, or nothing, is not taken, and says why', async () => {
  const { page } = phone;
  await page.goto(phone.server.url);
  await onDanasPage(page);
  const nothing = { name: 'x.png', mimeType: 'image/png', buffer: Buffer.alloc(0) };
  const text = { name: 'x.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') };
  await page.getByLabel('A picture of Dana').setInputFiles(nothing);
  await page.getByText('There is nothing in that file.').waitFor();
  await page.getByLabel('A picture of Dana').setInputFiles(text);
  await page.getByText('That is no picture. Choose a picture.').waitFor();
  expect(await shownWidths(page)).toEqual([]);
});

test('S-26 a full disk: the picture is not said to be kept, and room is made by what the contact database has', async () => {
  const { page, context, server } = phone;
  const app = await phone.connect();
  await onDanasPage(page);
  await choose(page, makePicture(1_200, 900));
  await expect.poll(() => shownWidths(page)).toEqual([1_200]);
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
  const address = page.url();
  const session = await context.newCDPSession(page);
  await page.goto('about:blank');
  await page.waitForTimeout(5_000);
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin: server.url });
  await session.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: usage + 500_000 });
  await page.goto(address);
  await expect.poll(() => shownWidths(page)).toEqual([1_200]);
  const second = makePicture(1_000, 900);
  await choose(page, second);
  await page.getByText(/^One picture is not kept\./).waitFor();
  expect(await shownWidths(page)).toEqual([1_200]);
  await app.room('Settings').click();
  await page.getByRole('button', { name: 'Make room now' }).click();
  await page.getByText('3 MB made free.').waitFor();
  // To be looked at, the first one would come back.
  await page.route('**/api/files/*/*?from=*', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  await app.room('People').click();
  await page.getByRole('link', { name: /Dana Ruiz/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  // Compared as bytes: to look at millions of them one by one takes ten seconds.
  expect((await readFile(await download.path())).equals(second.buffer)).toBe(true);
  // The browser gives the room back when nobody uses the database any more.
  await page.goto('about:blank');
  await page.waitForTimeout(5_000);
  await page.goto(address);
  await choose(page, second);
  await expect.poll(async () => (await serverFiles()).has(second.hash)).toBe(true);
});
