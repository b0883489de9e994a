import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { findViolations } from './harness/find-violations.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { type ServerHere, serveHere } from './harness/serve-here.ts';

let server: ServerHere;
let phone: LaunchedBrowser;
let personPath: string;
let occasionPath: string;

beforeAll(async () => {
  server = await serveHere();
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
  const occasion = phone.page.getByRole('link', { name: 'Chamber mixer' });
  occasionPath = (await occasion.getAttribute('href')) ?? '';
});
afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

const screens = (): Record<string, string> => ({
  capture: '/',
  saved: personPath.replace('people', 'saved'),
  today: '/today',
  review: '/review',
  people: '/people',
  person: personPath,
  occasion: occasionPath,
  'look-back': '/look-back',
  // Nobody gave it a microphone.
  voice: personPath.replace('people', 'voice'),
  card: '/card',
  'another-card': '/card/new',
  settings: '/settings',
  'hello-words': '/settings/hello-words',
  connect: '/connect',
  claim: '/claim#token',
  join: '/join#token',
  reset: '/reset',
  'reset-link': '/reset#token',
});

test('every screen is accessible in both schemes, and none scrolls sideways: at 320 px, and with text at 200 %', async () => {
  const { page } = phone;
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  const found: string[] = [];
  for (const [name, path] of Object.entries(screens())) {
    await page.goto(server.url + path);
    await page.getByRole('heading').first().waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await findViolations(page), `${name}, ${colorScheme}`).toEqual([]);
    }
    for (const width of [320, 360, 390]) {
      await page.setViewportSize({ width, height: 640 });
      await setTextSize('');
      if ((await overflow(width)) > 0) found.push(`${name} at ${width}`);
      await setTextSize('200%');
      if ((await overflow(width)) > 0) found.push(`${name} at ${width} and 200 %: ${await widest(width)}`);
    }
    // An address that differs by its hash alone is the same document.
    await setTextSize('');
    await page.setViewportSize(size);
  }
  expect(found).toEqual([]);
});

test('nothing that people type makes a screen scroll sideways', async () => {
  await phone.page.setViewportSize({ width: 320, height: 640 });
  await phone.page.goto(server.url);
  const app = appPages(phone.page);
  const long = 'x'.repeat(60);
  await app.fillTag({
    name: `Dana${long}`,
    email: `${long}@${long}.example`,
    where: `At${long}`,
    company: long,
  });
  expect(await overflow(320)).toBe(0);
  await app.save();
  expect(await overflow(320)).toBe(0);
  await phone.page.getByRole('textbox', { name: /remember about/ }).fill(long + long);
  await phone.page.getByRole('button', { name: 'Keep this note' }).click();
  await phone.page.getByText('Kept:').waitFor();
  expect(await overflow(320)).toBe(0);
  for (const room of ['Capture', 'Today', 'People'] as const) {
    await app.room(room).click();
    await phone.page.getByRole('heading').first().waitFor();
    expect([room, await overflow(320)]).toEqual([room, 0]);
  }
  await phone.page.getByRole('link', { name: new RegExp(`^Dana${long}`) }).click();
  await app.field('Name').waitFor();
  expect(await overflow(320)).toBe(0);
});

test('an account’s settings and an invitation are accessible, and no wider than 320 px', async () => {
  const { page } = phone;
  const app = appPages(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await app.claim(server.claimLink ?? '');
  await app.room('Settings').click();
  await page.getByLabel('Email of the person to invite').fill(`${'x'.repeat(50)}@example.com`);
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const link = page.locator('code', { hasText: '/join#' });
  const address = (await link.textContent()) ?? '';
  for (const name of ['Change password', 'Delete my account']) {
    await page.getByRole('button', { name, exact: true }).click();
  }
  const examine = async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await findViolations(page)).toEqual([]);
      expect([await overflow(320), await widest(320)]).toEqual([0, '']);
    }
  };
  await examine();
  await page.goto(address);
  await page.getByText('invited you.').waitFor();
  await examine();
});

function setTextSize(size: string): Promise<void> {
  return phone.page.evaluate(
    (fontSize) => void Object.assign(document.documentElement.style, { fontSize }),
    size,
  );
}

/** How far the page is wider than the screen, in CSS pixels. */
function overflow(width: number): Promise<number> {
  // Not innerWidth: a phone zooms out to show all of a page that is too wide.
  return phone.page.evaluate((sight) => Math.max(0, document.documentElement.scrollWidth - sight), width);
}

/** What stands out, to be told in a failure. */
function widest(width: number): Promise<string> {
  return phone.page.evaluate((sight) => {
    const out = [...document.querySelectorAll('main *, nav *, header *')].filter(
      (element) => element.getBoundingClientRect().right > sight + 1,
    );
    return out.map(({ tagName, textContent }) => `${tagName} ${textContent?.slice(0, 30)}`).join('; ');
  }, width);
}
