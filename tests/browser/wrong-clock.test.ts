import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { freshPhone } from './harness/fresh-phone.ts';
import { desktop, launchBrowser } from './harness/launch-browser.ts';
import { querySql } from './harness/sql.ts';

const phone = freshPhone();
const yearMs = 365 * 86_400_000;

test('S-28 a phone a year fast is told so, and what is changed after it, elsewhere, stands everywhere', async () => {
  const { page, context } = phone;
  await context.clock.install({ time: Date.now() + yearMs });
  await context.clock.resume();
  const app = await phone.connect();
  await page.getByText(/^This phone’s clock is 1 year fast\./).waitFor();
  await page.getByRole('button', { name: 'OK', exact: true }).click();
  await app.meet({ name: 'Dana Ruiz', company: 'Ruiz Bakery' });
  await expect.poll(() => phone.names()).toHaveLength(1);
  const laptop = await launchBrowser(await mkdtemp(join(tmpdir(), 'justmet-profile-')), desktop);
  try {
    const theirs = appPages(laptop.page);
    await theirs.signIn(phone.server.url);
    await theirs.room('People').click();
    await laptop.page.getByRole('link', { name: /Dana Ruiz/ }).click();
    await theirs.field('Company').fill('Ruiz & Daughters');
    await theirs.field('Company').press('Enter');
    const companies = () => querySql(phone.server.dataFolder, 'select company from people');
    await expect.poll(companies).toEqual([{ company: 'Ruiz & Daughters' }]);
    expect(await laptop.page.getByText(/clock is/).count()).toBe(0);
    await app.room('People').click();
    await page.getByRole('link', { name: /Dana Ruiz/ }).click();
    await expect.poll(() => app.field('Company').inputValue()).toBe('Ruiz & Daughters');
    expect(await page.getByText(/changed on/).count(), 'it was seen, so it is no conflict').toBe(0);
  } finally {
    await laptop.close();
  }
});

test('S-28 S-1 a phone whose clock jumps back goes on, and its later edit stands', async () => {
  const { page, context } = phone;
  await context.clock.install({ time: Date.now() });
  await context.clock.resume();
  const app = await phone.connect();
  await app.meet({ name: 'Dana Ruiz', company: 'Ruiz Bakery' });
  await context.clock.setSystemTime(Date.now() - yearMs);
  await app.room('People').click();
  await page.getByRole('link', { name: /Dana Ruiz/ }).click();
  await app.field('Company').fill('Ruiz & Daughters');
  await app.field('Company').press('Enter');
  const companies = () => querySql(phone.server.dataFolder, 'select company from people');
  await expect.poll(companies).toEqual([{ company: 'Ruiz & Daughters' }]);
  await page.getByText(/^This phone’s clock is 1 year slow\./).waitFor();
});
