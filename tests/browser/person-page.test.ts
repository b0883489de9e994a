import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { desktop, type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { readDrafts } from './harness/read-rows.ts';
import { type ServerHere, serveHere } from './harness/serve-here.ts';

let server: ServerHere;
let profile: string;
let phone: LaunchedBrowser;

beforeAll(async () => {
  server = await serveHere();
});
afterAll(async () => {
  await server?.stop();
});
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'justmet-phone-'));
  phone = await launchBrowser(profile, { serviceWorkers: 'block' });
  await phone.page.goto(server.url);
  return () => phone.close();
});

const dana = { name: 'Dana Ruiz', phone: '(231) 555-0142', where: 'Chamber mixer', note: 'Keeps a beagle.' };

async function openDana(): Promise<void> {
  await appPages(phone.page).room('People').click();
  await phone.page.getByRole('link', { name: /Dana Ruiz/ }).click();
}

test('each field is edited in place, and what was added stays after a reload', async () => {
  const app = appPages(phone.page);
  await app.meet(dana);
  await openDana();
  await app.field('Name').fill('Dana Ruiz-Lopez');
  await app.field('Name').press('Enter');
  await phone.page.getByRole('button', { name: '+ Email' }).click();
  await phone.page.keyboard.type('dana@');
  await phone.page.keyboard.press('Enter');
  await phone.page.getByText('Does not look like an address').waitFor();
  await phone.page.getByRole('button', { name: '+ Company' }).click();
  await phone.page.keyboard.type('Fourth Street Bakery');
  await phone.page.keyboard.press('Enter');
  await app.field('Where you met').fill('Open house, Mill Street');
  await app.field('Where you met').press('Enter');
  await phone.page.getByRole('main').getByText('Open house, Mill Street').waitFor();
  await phone.page.reload();
  await expect.poll(() => app.field('Name').inputValue()).toBe('Dana Ruiz-Lopez');
  await expect.poll(() => app.field('Email').inputValue()).toBe('dana@');
  await expect.poll(() => app.field('Company').inputValue()).toBe('Fourth Street Bakery');
  await expect.poll(() => app.field('Where you met').inputValue()).toBe('Open house, Mill Street');
});

test('on a wide screen the next person’s page is never edited as the one before', async () => {
  await phone.close();
  phone = await launchBrowser(profile, { ...desktop, serviceWorkers: 'block' });
  await phone.page.goto(server.url);
  const app = appPages(phone.page);
  await app.meet({ name: 'Dana Ruiz' });
  await app.meet({ name: 'Bo Katz' });
  await app.room('People').click();
  await phone.page.getByRole('link', { name: /Dana Ruiz/ }).click();
  await expect.poll(() => app.field('Name').inputValue()).toBe('Dana Ruiz');
  // The first thing that is drawn after the tap, before the database has answered.
  const shown = await phone.page.evaluate(async () => {
    const link = [...document.querySelectorAll('a')].find((one) => one.textContent?.includes('Bo Katz'));
    link?.click();
    await new Promise((resolve) => setTimeout(resolve, 0));
    return document.querySelector<HTMLInputElement>('input[placeholder=Name]')?.value ?? 'nobody yet';
  });
  expect(shown).not.toBe('Dana Ruiz');
  await expect.poll(() => app.field('Name').inputValue()).toBe('Bo Katz');
});

test('a number is removed by emptying it, and a second one is added', async () => {
  const app = appPages(phone.page);
  await app.meet(dana);
  await openDana();
  await phone.page.getByRole('button', { name: '+ Phone' }).click();
  await phone.page.keyboard.type('231 555 0199');
  await phone.page.keyboard.press('Enter');
  await expect.poll(() => app.field('Phone').count()).toBe(2);
  await app.field('Phone').first().fill('');
  await app.field('Phone').first().press('Enter');
  await expect.poll(() => app.field('Phone').count()).toBe(1);
});

test('Escape brings back what was there', async () => {
  const app = appPages(phone.page);
  await app.meet(dana);
  await openDana();
  await app.field('Name').fill('Somebody else');
  await app.field('Name').press('Escape');
  await expect.poll(() => app.field('Name').inputValue()).toBe('Dana Ruiz');
  // Forgetting a draft takes a commit, as keeping one does.
  await phone.page.waitForTimeout(300);
  await phone.page.reload();
  await expect.poll(() => app.field('Name').inputValue()).toBe('Dana Ruiz');
});

test('an edit that was being typed when the browser died is there again', async () => {
  await appPages(phone.page).meet(dana);
  await openDana();
  const address = phone.page.url();
  await appPages(phone.page).field('Name').press('End');
  await phone.page.keyboard.type(' of the bakery', { delay: 40 });
  await expect.poll(() => readDrafts(phone.page)).toContain('Dana Ruiz of the bakery');
  await phone.killBrowser();
  phone = await launchBrowser(profile, { serviceWorkers: 'block' });
  await phone.page.goto(address);
  await expect.poll(() => appPages(phone.page).field('Name').inputValue()).toBe('Dana Ruiz of the bakery');
});

test('a line that is left by going back is saved', async () => {
  const app = appPages(phone.page);
  await app.meet(dana);
  await openDana();
  await app.field('Name').press('End');
  await phone.page.keyboard.type('-Lopez');
  await phone.page.goBack();
  await phone.page.getByRole('main').getByText('Dana Ruiz-Lopez', { exact: true }).waitFor();
});

test('two tabs on one person: neither saves nor clears what is typed in the other', async () => {
  await appPages(phone.page).meet(dana);
  await openDana();
  const other = await phone.context.newPage();
  await phone.page.bringToFront();
  await appPages(phone.page).field('Name').fill('Dana Half');
  await other.goto(phone.page.url());
  await expect.poll(() => appPages(other).field('Name').inputValue()).toBe('Dana Ruiz');
  await other.getByRole('textbox', { name: 'A note about Dana' }).fill('A note of the other tab');
  await other.getByRole('button', { name: 'Keep this note' }).click();
  await phone.page.getByRole('listitem').getByText('A note of the other tab').waitFor();
  expect(await appPages(phone.page).field('Name').inputValue()).toBe('Dana Half');
  await appPages(phone.page).field('Name').press('Escape');
  await expect.poll(() => appPages(phone.page).field('Name').inputValue()).toBe('Dana Ruiz');
  await phone.page.waitForTimeout(300);
  await other.reload();
  await expect.poll(() => appPages(other).field('Name').inputValue()).toBe('Dana Ruiz');
});

test('a delete in one tab is not undone by what is half typed in another, and is there when they come back', async () => {
  await appPages(phone.page).meet(dana);
  await openDana();
  const other = await phone.context.newPage();
  await other.goto(phone.page.url());
  await appPages(other).field('Where you met').fill('Half a pla');
  await phone.page.bringToFront();
  await phone.page.getByRole('button', { name: 'Delete Dana' }).click();
  await other.getByText('Dana Ruiz is deleted.').waitFor();
  await other.waitForTimeout(300);
  await other.getByText('Dana Ruiz is deleted.').waitFor();
  await phone.page.getByText('Everybody you meet will be here').waitFor();
  await other.getByRole('button', { name: 'Bring Dana back' }).click();
  await expect.poll(() => appPages(other).field('Where you met').inputValue()).toBe('Half a pla');
});

test('what was typed about somebody when the browser died is saved at the next start, wherever that opens', async () => {
  const app = appPages(phone.page);
  await app.meet(dana);
  await openDana();
  await phone.page.getByLabel('A note about Dana').fill('Has twins');
  await phone.page.getByRole('button', { name: '+ Email' }).click();
  await phone.page.keyboard.type('dana@example.com');
  await expect
    .poll(() => readDrafts(phone.page))
    .toMatch(/Has twins.*dana@example.com|dana@example.com.*Has twins/);
  await phone.killBrowser();
  phone = await launchBrowser(profile, { serviceWorkers: 'block' });
  await phone.page.goto(server.url);
  await appPages(phone.page).room('People').click();
  await phone.page.getByRole('searchbox').fill('twins');
  await phone.page.getByRole('link', { name: /Dana Ruiz/ }).click();
  await expect.poll(() => appPages(phone.page).field('Email').inputValue()).toBe('dana@example.com');
  await phone.page.getByRole('listitem').getByText('Has twins').waitFor();
});

test('a half-typed note survives the browser and is kept with its time', async () => {
  await appPages(phone.page).meet(dana);
  await openDana();
  const address = phone.page.url();
  await phone.page.getByLabel('A note about Dana').pressSequentially('Wants a yard by spr', { delay: 20 });
  await expect.poll(() => readDrafts(phone.page)).toContain('Wants a yard by spr"');
  await phone.killBrowser();
  phone = await launchBrowser(profile, { serviceWorkers: 'block' });
  await phone.page.goto(address);
  const note = phone.page.getByLabel('A note about Dana');
  await expect.poll(() => note.inputValue()).toBe('Wants a yard by spr');
  await note.press('End');
  await note.pressSequentially('ing');
  await phone.page.getByRole('button', { name: 'Keep this note' }).click();
  const newest = phone.page.getByRole('region', { name: 'Notes' }).getByRole('listitem').first();
  await newest.getByText('Wants a yard by spring', { exact: true }).waitFor();
  expect(await newest.getByRole('time').textContent()).toMatch(/^Today, \d{1,2}:\d\d [ap]m$/);
});

test('delete can be undone, from the toast and from the page itself', async () => {
  const app = appPages(phone.page);
  await app.meet(dana);
  await openDana();
  const address = phone.page.url();
  await phone.page.getByRole('button', { name: 'Delete Dana' }).click();
  await phone.page.getByText('Everybody you meet will be here').waitFor();
  await phone.page.getByRole('button', { name: 'Undo' }).click();
  await phone.page.getByRole('link', { name: /Dana Ruiz/ }).click();
  await phone.page.getByRole('button', { name: 'Delete Dana' }).click();
  await phone.page.getByText('Dana Ruiz is deleted.').waitFor();
  await phone.page.goto(address);
  await phone.page.getByRole('button', { name: 'Bring Dana back' }).click();
  await expect.poll(() => app.field('Name').inputValue()).toBe('Dana Ruiz');
});

test('people are found by name, company, number, email and note', async () => {
  const app = appPages(phone.page);
  await app.meet({ ...dana, email: 'dana@bakery.example', company: 'Fourth Street Bakery' });
  await app.meet({ name: 'José Núñez', phone: '+44 20 7946 0958' });
  await app.room('People').click();
  const search = phone.page.getByRole('searchbox', { name: 'Search people' });
  const expectFound = async (query: string, name: string) => {
    await search.fill(query);
    await phone.page.getByText('1 person', { exact: true }).waitFor();
    await phone.page.getByRole('main').getByText(name, { exact: true }).waitFor();
  };
  await expectFound('jose nun', 'José Núñez');
  await expectFound('fourth bak', 'Dana Ruiz');
  await expectFound('0142', 'Dana Ruiz');
  await expectFound('(231) 555', 'Dana Ruiz');
  await expectFound('79460958', 'José Núñez');
  await expectFound('@bakery', 'Dana Ruiz');
  await expectFound('BEAGLE', 'Dana Ruiz');
  await search.fill('zebra');
  await phone.page.getByText('Nobody found').waitFor();
});

test('going back to People goes on where one was, with the search that one had', async () => {
  const app = appPages(phone.page);
  for (let n = 10; n < 26; n += 1) await app.meet({ name: `Person ${n}` });
  await app.room('People').click();
  await phone.page.getByRole('link', { name: /Person 10/ }).scrollIntoViewIfNeeded();
  await phone.page.waitForTimeout(200);
  const before = await phone.page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(100);
  await phone.page.getByRole('link', { name: /Person 10/ }).click();
  await app.field('Name').waitFor();
  await expect.poll(() => phone.page.title()).toBe('Person 10 · Justmet');
  await phone.page.getByRole('link', { name: 'People', exact: true }).first().click();
  await expect.poll(() => phone.page.evaluate(() => scrollY)).toBe(before);
  await phone.page.getByRole('searchbox').fill('son 12');
  await phone.page.getByRole('link', { name: /Person 12/ }).click();
  await app.field('Name').waitFor();
  await phone.page.goBack();
  await expect.poll(() => phone.page.getByRole('searchbox').inputValue()).toBe('son 12');
  await expect.poll(() => phone.page.getByRole('main').getByRole('link').count()).toBe(1);
  await phone.page.getByRole('link', { name: /Person 12/ }).click();
  await phone.page.getByRole('button', { name: 'Delete Person' }).click();
  await phone.page.getByRole('heading', { name: 'People' }).waitFor();
  expect(await phone.page.evaluate(() => document.activeElement?.textContent)).toBe('People');
});

test('the spelling of an occasion is mended for everybody who was met there', async () => {
  const app = appPages(phone.page);
  await app.meet({ name: 'Ann', where: 'chamber mixer' });
  await app.meet({ name: 'Bob', where: 'chamber mixer' });
  await app.room('People').click();
  await phone.page.getByRole('link', { name: /Ann/ }).click();
  await app.field('Where you met').fill('Chamber Mixer');
  await app.field('Where you met').press('Enter');
  await phone.page.getByRole('link', { name: 'People', exact: true }).first().click();
  await expect.poll(() => phone.page.getByRole('main').getByText('Chamber Mixer').count()).toBe(2);
});

test('Today says who was looked at, and the badge counts who was not', async () => {
  const app = appPages(phone.page);
  await app.meet(dana);
  await app.meet({ name: 'Luis Garza' });
  await app.room('Today').click();
  await phone.page.getByRole('heading', { name: 'You met 2 people' }).waitFor();
  await phone.page.getByRole('button', { name: 'Looked at Dana Ruiz' }).click();
  await expect.poll(() => app.room('Today').textContent()).toMatch(/^1 not looked at yet/);
  await phone.page.reload();
  const toggle = phone.page.getByRole('button', { name: 'Looked at Dana Ruiz' });
  await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('true');
});
