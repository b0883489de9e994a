import { appPages } from '../../tests/browser/harness/app-pages.ts';
import type { Studio } from './studio.ts';

/** With a contact database: a card is made, held out in both ways, given a public page, joined by another, and edited. */
export async function takeCard({ page, take }: Studio): Promise<void> {
  const app = appPages(page);
  await app.room('My card').click();
  await app.field('Phone').fill('(231) 555-0100');
  await app.field('Company').fill('Peacock Real Estate');
  await take('card-new');
  await page.getByRole('button', { name: 'Make my card' }).click();
  await page.getByRole('img', { name: 'The code of your contact' }).waitFor();
  await take('card');
  await page.getByRole('button', { name: 'They text me' }).click();
  await page.getByRole('img', { name: 'The code that begins a text to you' }).waitFor();
  await take('card-text');
  await page.getByRole('switch', { name: 'Public page' }).click();
  await page.getByText('Anybody who has the link').waitFor();
  await page.getByRole('button', { name: '+ Card' }).click();
  await app.field('What you call this card').fill('Friends');
  await page.getByRole('button', { name: 'Make my card' }).click();
  await page.getByRole('button', { name: 'They text me' }).click();
  await take('card-several');
  await page.getByRole('link', { name: 'Edit' }).click();
  await app.field('What you call this card').waitFor();
  await take('card-edit');
  await page.getByRole('button', { name: 'Delete this card' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await take('card-deleted');
  await page.getByRole('button', { name: 'Dismiss' }).click();
}
