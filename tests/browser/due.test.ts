import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { findViolations } from './harness/find-violations.ts';
import { freshPhone } from './harness/fresh-phone.ts';
import { desktop, launchBrowser } from './harness/launch-browser.ts';

const phone = freshPhone();
const dayMs = 86_400_000;
const others = ['Amir Saleh', 'Bea Lund', 'Cy Young', 'Di Falk', 'Ed Marsh', 'Flo Reyes'];

test('a next touch is planned, comes due, is done and comes again; what piled up is spread; another device agrees', async () => {
  const { page, context } = phone;
  // Noon of the device's own day: nothing here may happen over midnight.
  const noon = new Date().setHours(17, 0, 0, 0);
  await context.clock.install({ time: noon });
  await context.clock.resume();
  await context.addInitScript(stayHere);
  const app = await phone.connect();
  await app.meet({ name: 'Jo Kowalski', phone: '(231) 555-0142', note: 'Restores old radios.' });
  for (const name of others) await app.meet({ name });

  await openPerson(page, 'Jo Kowalski');
  await plan(page, ['Tomorrow', 'Text', 'Every 6 weeks']);
  await page.getByRole('heading', { name: 'Text tomorrow' }).waitFor();
  await page.getByText('then every 6 weeks').waitFor();
  expect(await findViolations(page)).toEqual([]);
  await app.room('Today').click();
  await page.getByText('Met today').waitFor();
  expect(await dueHeading(page).count(), 'tomorrow is not today').toBe(0);

  await goTo(context, page, noon + dayMs);
  await due(page).getByText('Text, today').waitFor();
  await due(page).getByText('Restores old radios.').waitFor();
  expect(await findViolations(page)).toEqual([]);
  const text = due(page).getByRole('link', { name: 'Text Jo' });
  expect(await text.getAttribute('href')).toBe('sms:+12315550142');
  await text.click();
  await comeBack(page);
  await due(page).getByText('Text sent?').waitFor();
  // As if the phone had killed it meanwhile.
  await page.reload();
  await due(page).getByRole('button', { name: 'Yes' }).click();
  await page.getByText(/^Jo heard from you\. Next: /).waitFor();
  await expect.poll(() => dueHeading(page).count()).toBe(0);

  for (const name of others) {
    await openPerson(page, name);
    await plan(page, ['Tomorrow']);
    await page.getByRole('heading', { name: 'Be in touch tomorrow' }).waitFor();
  }
  await app.room('Today').click();
  await goTo(context, page, noon + 5 * dayMs);
  await due(page).getByText('No need to do all 6 today.').waitFor();
  expect(
    await due(page)
      .getByText(/^Since \w{3} \d+ \w{3}/)
      .count(),
  ).toBe(5);
  await due(page).getByRole('button', { name: 'Spread these over the week' }).click();
  await expect.poll(() => due(page).getByRole('listitem').count()).toBe(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await due(page).getByText('No need to do all 6 today.').waitFor();
  await due(page).getByRole('button', { name: 'and 1 more' }).click();
  await expect.poll(() => due(page).getByRole('listitem').count()).toBe(6);
  await due(page).getByRole('button', { name: 'Spread these over the week' }).click();
  const row = due(page).getByRole('listitem');
  await expect.poll(() => row.count()).toBe(1);
  const first = await row.getByRole('link').textContent();
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);

  const laptop = await launchBrowser(await mkdtemp(join(tmpdir(), 'justmet-profile-')), desktop);
  try {
    await laptop.context.clock.install({ time: noon + 5 * dayMs });
    await laptop.context.clock.resume();
    const theirs = appPages(laptop.page);
    await theirs.signIn(phone.server.url);
    await theirs.room('Today').click();
    const there = due(laptop.page).getByRole('listitem');
    await expect.poll(() => there.count()).toBe(1);
    expect(await there.getByRole('link').textContent()).toBe(first);
    await openPerson(laptop.page, 'Jo Kowalski');
    await laptop.page.getByText('Every 6 weeks', { exact: true }).waitFor();
    await laptop.page.getByRole('list', { name: 'When Jo heard from you' }).getByText('Text sent').waitFor();
  } finally {
    await laptop.close();
  }
});

const dueHeading = (page: Page) => page.getByRole('heading', { name: 'Due to hear from you' });
const due = (page: Page) => page.getByRole('region', { name: 'Due to hear from you' });

async function openPerson(page: Page, name: string): Promise<void> {
  await appPages(page).room('People').click();
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

async function plan(page: Page, chips: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Plan it' }).click();
  for (const name of chips) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('button', { name, exact: true, pressed: true }).waitFor();
  }
}

/** The app is opened again at that moment. */
async function goTo(context: BrowserContext, page: Page, ms: number): Promise<void> {
  await context.clock.setSystemTime(ms);
  await page.reload();
}

function comeBack(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

/** A tap on a link to another app leaves this page where it is. */
function stayHere(): void {
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link !== null && /^(sms|tel|mailto):/.test(link.href)) event.preventDefault();
  });
}

test('Today is drawn behind another room, where nobody sees, hears or reaches it, and opens as it was drawn', async () => {
  const { page } = phone;
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  const app = await phone.connect();
  await app.meet({ name: 'Jo Kowalski' });
  await app.room('People').click();
  // From here on it was never opened: nothing takes the place of what is drawn.
  await page.reload();
  const drawn = page.locator('h2', { hasText: 'You met 1 person' });
  await drawn.waitFor({ state: 'attached' });
  await drawn.evaluate((heading) => heading.setAttribute('data-drawn', 'ahead'));
  expect(await drawn.evaluate((heading) => heading.checkVisibility())).toBe(false);
  expect(await page.getByRole('heading', { name: 'You met 1 person' }).count()).toBe(0);
  const stops = await page.getByRole('link').or(page.getByRole('button')).count();
  for (let stop = 0; stop < stops * 2; stop++) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.checkVisibility())).toBe(true);
  }
  await app.room('Today').click();
  const shown = page.getByRole('heading', { name: 'You met 1 person' });
  await shown.waitFor();
  expect(await shown.getAttribute('data-drawn')).toBe('ahead');

  await page.goBack();
  await page.goForward();
  expect(await shown.getAttribute('data-drawn')).toBe('ahead');

  await page.getByRole('heading', { level: 1 }).focus();
  await page.goBack();
  await expect.poll(focused).toBe('People');
  expect(await shown.count()).toBe(0);
  await page.locator('[data-drawn]').waitFor({ state: 'detached' });
  await drawn.waitFor({ state: 'attached' });
  expect(await shown.count()).toBe(0);
});
