import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { type ServerHere, serveHere } from './harness/serve-here.ts';

let server: ServerHere;
let profile: string;
let phone: LaunchedBrowser;

beforeAll(async () => {
  server = await serveHere();
  profile = await mkdtemp(join(tmpdir(), 'justmet-phone-'));
  phone = await launchBrowser(profile);
  await phone.page.goto(server.url);
  await appPages(phone.page).waitUntilOffline();
  await phone.context.setOffline(true);
});
afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

const visitorSheet = (page: Page) => page.getByRole('dialog', { name: 'Your name and number' });
const holdButton = (page: Page) => page.getByRole('button', { name: 'Hold to give the phone back' });

/** Everything that a visitor could press or follow. */
const reachable = (page: Page) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('a[href], button, input, textarea, select')]
        .filter((one) => one.checkVisibility() && one.closest('dialog') === null)
        .filter((one) => {
          const { x, y, width, height } = one.getBoundingClientRect();
          const top = document.elementFromPoint(x + width / 2, y + height / 2);
          return top !== null && (one === top || one.contains(top));
        }).length,
  );

test('the phone in other hands shows three lines and lets nobody out, until it is held by its corner', async () => {
  const app = appPages(phone.page);
  const { page } = phone;
  await app.meet({ name: 'Secret Sally', where: 'Chamber mixer' });
  await app.field('Company').fill('Fourth Street Bakery');
  await page.getByRole('button', { name: 'Hand over' }).click();
  await visitorSheet(page).waitFor();
  expect(await page.title()).toBe('Justmet');
  expect(await reachable(page)).toBe(0);
  await page.keyboard.type('Dana');
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape');
  for (let back = 0; back < 3; back += 1) await page.goBack({ timeout: 300 }).catch(() => undefined);
  await visitorSheet(page).waitFor();
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press('Tab');
    const isWithin = () => document.activeElement?.closest('a, nav, [role=status]') == null;
    expect(await page.evaluate(isWithin)).toBe(true);
  }
  // A tap is no hold, by a finger or by a key.
  await holdButton(page).click();
  await holdButton(page).press('Enter');
  await page.goto(`${server.url}/people`);
  await page.goto(server.url);
  await visitorSheet(page).waitFor();
  await page.getByRole('textbox', { name: 'Your phone' }).fill('231 555 0142');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('heading', { name: 'Thank you. Please give the phone back.' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Thank you. Please give the phone back.' }).waitFor();
  expect(await page.getByText('Secret Sally').count()).toBe(0);
  await holdButton(page).focus();
  await page.keyboard.down('Enter');
  await visitorSheet(page).waitFor({ state: 'detached' });
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.up('Enter');
  expect(await app.field('Name').inputValue()).toBe('Dana');
  expect(await app.field('Phone').inputValue()).toBe('231 555 0142');
  expect(await app.field('Company').inputValue()).toBe('Fourth Street Bakery');
  await app.save();
  await page.getByText('Met at Chamber mixer').waitFor();
});

test('what a visitor typed is there in a browser that was killed, and so is the screen it was typed in', async () => {
  await phone.page.goto(server.url);
  await phone.page.getByRole('button', { name: 'Hand over' }).click();
  await visitorSheet(phone.page).waitFor();
  await phone.page.keyboard.type('Terrence Moore', { delay: 80 });
  await phone.killBrowser();
  phone = await launchBrowser(profile, { offline: true });
  await phone.page.goto(server.url);
  await visitorSheet(phone.page).waitFor();
  // The key of the very moment may be on its way.
  const name = phone.page.getByRole('textbox', { name: 'Your name' });
  await expect.poll(() => name.inputValue()).toMatch(/^Terrence Moor/);
  const box = await holdButton(phone.page).boundingBox();
  await phone.page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
  await phone.page.mouse.down();
  await visitorSheet(phone.page).waitFor({ state: 'detached' });
  await phone.page.mouse.up();
  await appPages(phone.page).save();
});
