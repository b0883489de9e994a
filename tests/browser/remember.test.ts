import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { findViolations } from './harness/find-violations.ts';
import { freshPhone } from './harness/fresh-phone.ts';
import { desktop, launchBrowser } from './harness/launch-browser.ts';
import { querySql } from './harness/sql.ts';

const phone = freshPhone();
const dayMs = 86_400_000;

/** As axe sees it, in the light and in the dark. */
async function examine(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await findViolations(page), `${what}, ${colorScheme}`).toEqual([]);
  }
}

async function keepDetail(page: Page, name: string, detail: string): Promise<void> {
  await appPages(page).room('People').click();
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('button', { name: '+ Detail' }).click();
  await page.getByRole('textbox', { name: /^Something about/ }).fill(detail);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('button', { name: detail, exact: true }).waitFor();
}

test('a week later: who is remembered, who was met at the next occasion, and a look back', async () => {
  const { page, context } = phone;
  // The middle of a month that is past: no day of it depends on when the test runs.
  const metMs = Date.UTC(2026, 9, 14, 23, 0);
  await context.clock.install({ time: metMs });
  await context.clock.resume();
  const app = await phone.connect();
  await app.meet({ name: 'Priya Venkat', where: 'Chamber mixer', note: 'Two cats, rents on Oak.' });
  await app.meet({ name: 'Luis Garza', where: 'Chamber mixer' });
  await app.meet({ name: 'Jo Kowalski', where: 'Open house' });
  await keepDetail(page, 'Priya Venkat', 'Restores old radios');

  // Before the next occasion, from the person's page: its day is said, and a question put in.
  await page.getByRole('link', { name: 'Chamber mixer' }).click();
  await page.getByRole('heading', { name: 'Chamber mixer', level: 1 }).waitFor();
  await page.getByLabel('It is on again').fill('2026-10-21');
  await page.getByLabel('It is on again').blur();
  await page.getByRole('button', { name: 'A question of your own' }).click();
  await page.getByRole('textbox', { name: 'A question of your own' }).fill('What do you sing?');
  await page.getByRole('textbox', { name: 'A question of your own' }).press('Enter');
  await page.getByRole('button', { name: 'What do you sing?' }).waitFor();
  await examine(page, 'occasion');
  expect(await page.getByRole('link', { name: /Priya Venkat/ }).textContent()).toContain(
    'Restores old radios',
  );

  // On that evening.
  await context.clock.setSystemTime(metMs + 7 * dayMs);
  await page.goto(`${phone.server.url}/today`);
  await page.getByRole('link', { name: /^Tonight: Chamber mixer/ }).waitFor();
  await page.getByRole('heading', { name: 'Do you remember?' }).waitFor();
  await page.getByText('Restores old radios.').waitFor();
  await examine(page, 'remember');
  await page.getByRole('button', { name: 'Luis', exact: true }).click();
  await page.getByText('It is Priya.').waitFor();
  await examine(page, 'remembered');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('heading', { name: 'Do you remember?' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /^Tonight: Chamber mixer/ }).click();
  await page.getByRole('heading', { name: /^Last time, / }).waitFor();

  // The other device knows the answer and the question, and asks nobody again today.
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
  const laptop = await launchBrowser(await mkdtemp(join(tmpdir(), 'justmet-profile-')), desktop);
  try {
    await laptop.context.clock.install({ time: metMs + 7 * dayMs });
    await laptop.context.clock.resume();
    const theirs = appPages(laptop.page);
    await theirs.signIn(phone.server.url);
    await laptop.page.getByRole('link', { name: /^Tonight: Chamber mixer/ }).click();
    await laptop.page.getByRole('button', { name: 'What do you sing?' }).waitFor();
    await theirs.room('Today').click();
    await laptop.page.getByRole('link', { name: 'A look back' }).waitFor();
    expect(await laptop.page.getByText('Do you remember?').count()).toBe(0);
    const next = querySql(phone.server.dataFolder, `select count(*) as people from people`);
    expect(await next).toEqual([{ people: 3 }]);
  } finally {
    await laptop.close();
  }

  // A day later it comes again, the other way round; and in the month after that, the picture.
  await context.clock.setSystemTime(metMs + 8 * dayMs);
  await page.goto(`${phone.server.url}/today`);
  await page
    .getByText('Restores old radios.')
    .or(page.getByText('What did Priya tell you?'))
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Not today' }).click();
  await page.getByRole('heading', { name: 'Do you remember?' }).waitFor({ state: 'detached' });
  await context.clock.setSystemTime(metMs + 30 * dayMs);
  await page.goto(`${phone.server.url}/today`);
  await page.getByRole('link', { name: 'A look back' }).click();
  await page.getByText('Nobody new in November yet').waitFor();
  await examine(page, 'an empty month');
  await page.getByRole('button', { name: 'The month before' }).click();
  await page.getByRole('img', { name: /Chamber mixer: Priya Venkat, Luis Garza\. Open house: Jo/ }).waitFor();
  await page.getByText('As a table').click();
  await page.getByRole('row', { name: /^Chamber mixer 2 1 0/ }).waitFor();
  await examine(page, 'look back');
});
