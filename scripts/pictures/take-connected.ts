import { appPages, owner } from '../../tests/browser/harness/app-pages.ts';
import { evening, jo } from './people-met.ts';
import { type Studio, setTime, waitForStatus } from './studio.ts';
import { takeCard } from './take-card.ts';
import { takeFiles } from './take-files.ts';

/** The contact database is claimed, and has everything. */
export async function takeConnected(studio: Studio): Promise<void> {
  const { page, server, take } = studio;
  const app = appPages(page);
  await page.goto(server.claimLink ?? '');
  await app.field('Your name').fill(owner.name);
  await app.field('Email').fill('olive@');
  await page.getByLabel(/^Password/).fill('short');
  await page.getByRole('button', { name: 'Make it mine' }).click();
  await page.getByText(/not an email/).waitFor();
  await take('claim-problem');
  await app.field('Email').fill(owner.email);
  await page.getByLabel(/^Password/).fill(owner.password);
  await take('claim');
  await page.getByRole('button', { name: 'Make it mine' }).click();
  await page.waitForURL('**/today');
  await waitForStatus(studio, /all in database/);
  for (const name of ['Amir Saleh', 'Sofia Okafor']) {
    await page.getByRole('button', { name: `Looked at ${name}` }).click();
  }
  await waitForStatus(studio, /all in database/);
  await take('today');
  await app.room('Settings').click();
  await page.getByText(owner.email).waitFor();
  await take('settings');
  await takeCard(studio);
  await takePeople(studio);
  await takePerson(studio);
  await app.room('People').click();
  await page.getByRole('link', { name: /Dana Ruiz/ }).click();
  await takeFiles(studio);
  await page.goto(server.url);
  await app.fillTag(jo);
  await app.save();
  await page.getByText('Every word of it.').waitFor();
  await take('saved-in-database');
  await page.getByRole('button', { name: 'Meet someone else' }).click();
}

async function takePeople({ page, take }: Studio): Promise<void> {
  await appPages(page).room('People').click();
  await page.getByRole('link', { name: /Dana Ruiz/ }).waitFor();
  await take('people');
  await page.getByRole('searchbox').fill('beagle');
  await page.getByText('2 people').waitFor();
  await take('people-search');
  await page.getByRole('searchbox').fill('zebra');
  await page.getByText('Nobody found').waitFor();
  await take('people-search', 'empty');
  await page.getByRole('searchbox').fill('');
}

async function takePerson(studio: Studio): Promise<void> {
  const { page, take } = studio;
  const app = appPages(page);
  await setTime(studio, evening);
  await page.getByRole('link', { name: /Dana Ruiz/ }).click();
  await page.getByText('two kids and a beagle').last().waitFor();
  await take('person');
  await app.field('Company').press('End');
  await app.field('Company').pressSequentially(' and Café');
  await take('person-editing');
  await app.field('Company').press('Escape');
  await page.getByRole('button', { name: '+ Phone' }).click();
  await page.keyboard.type('231 555');
  await take('person-adding');
  await page.keyboard.press('Escape');
  await app.room('People').click();
  await page.getByRole('link', { name: /Maximilian/ }).click();
  await app.field('Company').waitFor();
  await take('person-long');
  await app.room('People').click();
  await page.getByRole('link', { name: /231-555-0177/ }).click();
  await page.getByText('Did not say a name.').last().waitFor();
  await take('person-without-name');
  const address = page.url();
  await page.getByRole('button', { name: /^Delete/ }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await take('person-deleted');
  await page.goto(address);
  await page.getByRole('button', { name: /^Bring/ }).waitFor();
  await take('person-gone');
  await page.goto(address.replace('/people/', '/saved/'));
  await page.getByRole('heading', { name: /is deleted$/ }).waitFor();
  await take('saved-deleted');
  await page.goto(address);
  await page.getByRole('button', { name: /^Bring/ }).click();
  await page.getByRole('button', { name: /^Delete/ }).waitFor();
}
