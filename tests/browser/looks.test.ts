import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { type RunningServer, startServer } from './harness/start-server.ts';

let server: RunningServer;
let phone: LaunchedBrowser;
let personPath: string;

beforeAll(async () => {
  server = await startServer();
  phone = await launchBrowser(await mkdtemp(join(tmpdir(), 'justmet-phone-')));
  const app = appPages(phone.page);
  await phone.page.goto(server.url);
  await app.meet({
    name: 'Dana Ruiz',
    phone: '555-01',
    email: 'dana@example.com',
    where: 'Chamber mixer',
    note: 'A beagle.',
  });
  await app.meet({
    name: 'Bartholomew Featherstonehaugh-Cholmondeley',
    company: 'A company with a very long name indeed',
    where: 'Open house',
  });
  await app.room('People').click();
  await phone.page.getByRole('link', { name: /Dana Ruiz/ }).click();
  await phone.page.waitForURL('**/people/*');
  personPath = new URL(phone.page.url()).pathname;
});
afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

const screens = (): Record<string, string> => ({
  capture: '/',
  saved: personPath.replace('people', 'saved'),
  today: '/today',
  people: '/people',
  person: personPath,
  settings: '/settings',
  connect: '/connect',
  claim: '/claim#token',
});

for (const scheme of ['light', 'dark'] as const) {
  test(`every screen is accessible in the ${scheme} scheme`, async () => {
    await phone.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const [name, path] of Object.entries(screens())) {
      await phone.page.goto(server.url + path);
      await phone.page.getByRole('heading').first().waitFor();
      const { violations } = await new AxeBuilder({ page: phone.page }).analyze();
      const found = violations.map(
        ({ id, nodes }) => `${name}: ${id}: ${nodes.map((node) => node.html).join(' ')}`,
      );
      expect(found).toEqual([]);
    }
  });
}

test('no screen scrolls sideways: at 320 px, and with text at 200 %', async () => {
  await phone.page.setViewportSize({ width: 320, height: 640 });
  for (const [name, path] of Object.entries(screens())) {
    await phone.page.goto(server.url + path);
    await phone.page.getByRole('heading').first().waitFor();
    expect([name, await overflow()]).toEqual([name, 0]);
    await phone.page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect([`${name} at 200 %`, await overflow()]).toEqual([`${name} at 200 %`, 0]);
  }
});

/** How far the page is wider than the screen, in CSS pixels. */
function overflow(): Promise<number> {
  return phone.page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}
