import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { cardOnDesk } from './harness/card-on-desk.ts';
import { fakePhotoCamera } from './harness/fake-camera.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { type ServerHere, serveHere } from './harness/serve-here.ts';

let server: ServerHere;
let phone: LaunchedBrowser;
let camera: ReturnType<typeof fakePhotoCamera>;
let card: Buffer;
let page: Page;

beforeAll(async () => {
  server = await serveHere();
  const folder = await mkdtemp(join(tmpdir(), 'justmet-card-'));
  camera = fakePhotoCamera(folder);
  phone = await launchBrowser(join(folder, 'profile'), { isWhole: true, args: [...camera.args] });
  ({ page } = phone);
  card = await cardOnDesk(phone.context);
  await camera.show(card);
  await phone.context.grantPermissions(['camera'], { origin: server.url });
  await page.goto(server.url);
  await appPages(page).waitUntilOffline();
});
afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

const sheet = () => page.getByRole('dialog');
const open = () => page.getByRole('button', { name: 'Card', exact: true }).click();
const shutter = () => sheet().getByRole('button', { name: 'Take the picture' });
const shoot = async () => {
  await open();
  await shutter().click();
};
const kept = () => page.getByRole('list', { name: 'Pictures' }).getByRole('img');

test('without what reads cards and without signal, the picture is kept and saved with the person', async () => {
  const app = appPages(page);
  await phone.context.setOffline(true);
  await shoot();
  await page.getByText('Reading cards needs to be fetched once with signal. The picture is kept.').waitFor();
  await page.keyboard.press('Escape');
  await sheet().waitFor({ state: 'detached' });
  // Also after the browser forgot the page.
  await page.reload();
  await kept().waitFor();
  await app.fillTag({ name: 'Luis Ortega' });
  await app.save();
  await app.room('People').click();
  await page.getByRole('link', { name: /Luis Ortega/ }).click();
  await page.getByRole('img').first().waitFor();
  await phone.context.setOffline(false);
  await app.room('Capture').click();
});

test('the shutter releases itself, but not for a card out of focus, and what was read is saved with one tap', async () => {
  const app = appPages(page);
  await app.room('Settings').click();
  await page.getByRole('button', { name: 'Fetch it (4.5 MB)' }).click();
  await page.getByText('Cards are read on this phone').waitFor();
  await server.stop();
  await phone.context.setOffline(true);
  await app.room('Capture').click();
  await camera.show(await cardOnDesk(phone.context, { blurred: 7 }));
  await open();
  // It is seen, and lies still; a picture of it would be read wrongly.
  await sheet().getByText('Hold still…').waitFor();
  await page.waitForTimeout(1_500);
  expect(await shutter().isEnabled()).toBe(true);
  await camera.show(card);
  const save = page.getByRole('button', { name: 'Save Dana' });
  await save.waitFor({ timeout: 60_000 });
  const read = sheet().getByRole('list', { name: 'What was read' });
  for (const text of ['Dana Ruiz', '+1 231 555 0142', 'dana@ruizbakery.com'])
    await read.getByText(text).waitFor();
  await save.click();
  await page.getByRole('heading', { name: 'Dana is saved' }).waitFor();
  await app.room('People').click();
  await page.getByRole('link', { name: /Dana Ruiz/ }).click();
  await expect.poll(() => app.field('Email').inputValue()).toBe('dana@ruizbakery.com');
  expect(await app.field('Phone').inputValue()).toBe('+1 231 555 0142');
  await page.getByRole('img').first().waitFor();
});

test('all that was read is kept with one tap, and a card of somebody known is for the agent to look at', async () => {
  const app = appPages(page);
  const save = page.getByRole('button', { name: 'Save Dana' });
  await app.room('Capture').click();
  await open();
  await save.click({ timeout: 60_000 });
  await page.getByRole('region', { name: 'Seen before' }).getByText('You met Dana today.').waitFor();
  expect(await app.field('Name').inputValue()).toBe('Dana Ruiz');
  await page.getByRole('button', { name: 'Add to Dana' }).click();
  await page.getByRole('heading', { name: 'Dana is saved' }).waitFor();
  await page.getByRole('button', { name: 'Meet someone else' }).click();
  await app.fillTag({ handle: 'ig dana.bakes' });
  await open();
  const keepAll = page.getByRole('button', { name: 'Keep all' });
  await keepAll.waitFor({ timeout: 60_000 });
  expect(await save.count()).toBe(0);
  await keepAll.click();
  await expect.poll(() => app.field('Name').inputValue()).toBe('Dana Ruiz');
  expect(await app.field('Phone').inputValue()).toBe('+1 231 555 0142');
  expect(await app.field('Email').inputValue()).toBe('dana@ruizbakery.com');
  await kept().waitFor();
});
