import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { type RunningServer, startServer } from './harness/start-server.ts';

let server: RunningServer;
let phone: LaunchedBrowser;

beforeEach(async () => {
  server = await startServer();
  phone = await launchBrowser(await mkdtemp(join(tmpdir(), 'justmet-profile-')), { serviceWorkers: 'block' });
});
afterEach(async () => {
  await phone.close();
  await server.stop();
});

test('a room that did not arrive is said, the others stay open, and it opens when the signal is back', async () => {
  const { page } = phone;
  const app = appPages(page);
  await page.route('**/TodayScreen-*.js', (route) => route.abort());
  await page.goto(server.url);
  await app.room('Today').click();
  await page.getByRole('heading', { name: 'This page did not open' }).waitFor();
  await app.room('Capture').click();
  await app.meet({ name: 'Ann' });
  await page.unroute('**/TodayScreen-*.js');
  await app.room('Today').click();
  await page.getByRole('button', { name: 'Open again' }).click();
  await page.getByRole('link', { name: /Ann/ }).waitFor();
});

test('a room that is opened for the first time after the signal went is there', async () => {
  const { page, context } = phone;
  const app = appPages(page);
  await page.goto(server.url);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await app.meet({ name: 'Ann' });
  await app.room('Settings').click();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await app.room('Today').click();
  await page.getByRole('link', { name: /Ann/ }).waitFor();
  expect(await app.statusWords()).toMatch(/phone/);
});
