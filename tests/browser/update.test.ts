import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/project-root.mjs';
import { appPages } from './harness/app-pages.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { type RunningServer, startServer } from './harness/start-server.ts';

let appFolder: string;
let server: RunningServer;
let phone: LaunchedBrowser;

beforeAll(async () => {
  appFolder = join(await mkdtemp(join(tmpdir(), 'justmet-app-')), 'app');
  await cp(join(projectRoot, 'dist/app'), appFolder, { recursive: true });
  server = await startServer({ env: { JUSTMET_APP: appFolder } });
  phone = await launchBrowser(await mkdtemp(join(tmpdir(), 'justmet-phone-')));
});
afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

/** Puts another version of the app on the server: a mark on its page, and a worker that precaches it. */
async function publishNewVersion(): Promise<void> {
  const page = join(appFolder, 'index.html');
  await writeFile(page, (await readFile(page, 'utf8')).replace('<html ', '<html data-version="2" '));
  const worker = join(appFolder, 'service-worker.js');
  const text = await readFile(worker, 'utf8');
  const next = text.replace(
    /("?url"?:\s*"index\.html",\s*"?revision"?:\s*|"?revision"?:\s*)"[0-9a-f]{32}"/g,
    (match) => match.replace(/[0-9a-f]{32}/, '0'.repeat(32)),
  );
  await writeFile(worker, `${next}\n// version 2\n`);
}

const version = (page: Page) => page.locator('html').getAttribute('data-version');

test('a new version offers itself, never reloads under somebody’s typing, and keeps what was typed', async () => {
  const app = appPages(phone.page);
  await phone.page.goto(server.url);
  await app.waitUntilOffline();
  await phone.page.reload();
  const second = await phone.context.newPage();
  await second.goto(server.url);
  await phone.page.bringToFront();
  await app.fillTag({ name: 'Dana Ru' });
  await publishNewVersion();
  await phone.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await phone.page.getByRole('button', { name: 'Update' }).waitFor();
  await phone.page.keyboard.type('iz');
  expect(await app.field('Name').inputValue()).toBe('Dana Ruiz');
  expect(await version(phone.page)).toBeNull();

  await appPages(second).field('Phone').fill('231 555 0142');
  const reloaded = phone.page.waitForEvent('load');
  await phone.page.getByRole('button', { name: 'Update' }).click();
  await reloaded;
  await expect.poll(() => version(phone.page)).toBe('2');
  await expect.poll(() => app.field('Name').inputValue()).toMatch(/^Dana Ruiz/);

  expect(await version(second)).toBeNull();
  expect(await appPages(second).field('Phone').inputValue()).toBe('231 555 0142');
  await second.getByRole('button', { name: 'Update' }).click();
  await expect.poll(() => version(second)).toBe('2');
  await expect.poll(() => appPages(second).field('Phone').inputValue()).toBe('231 555 0142');
});
