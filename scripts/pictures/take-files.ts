import { appPages } from '../../tests/browser/harness/app-pages.ts';
import { drawCard } from './draw-card.ts';
import { type Studio, waitForStatus } from './studio.ts';

/** From Dana's page: with her pictures, one of them large, and what Settings says of the room that they take. */
export async function takeFiles(studio: Studio): Promise<void> {
  const { page, take } = studio;
  const region = page.getByRole('region', { name: 'Pictures' });
  const cards = [await drawCard(page, 'card'), await drawCard(page, 'shop'), broken];
  await page.getByLabel('A picture of Dana').setInputFiles(cards);
  await region.getByText('cannot show it').waitFor();
  await waitForStatus(studio, /all in database/);
  await region.scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: /^Delete/ }).scrollIntoViewIfNeeded();
  await take('person-pictures');
  await region.getByRole('img').last().click();
  await page.getByRole('dialog').getByRole('img').waitFor();
  await take('picture');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await appPages(page).room('Settings').click();
  await page.getByText(/^3 pictures/).waitFor();
  await page.getByText(/^3 pictures/).scrollIntoViewIfNeeded();
  await take('settings-room');
  await takeMissing(studio);
}

/** They left the phone, and there is no signal. */
async function takeMissing({ page, context, take }: Studio): Promise<void> {
  await page.getByRole('button', { name: 'Make room now' }).click();
  await page.getByText(/made free/).waitFor();
  await context.setOffline(true);
  await appPages(page).room('People').click();
  await page.getByRole('link', { name: /Dana Ruiz/ }).click();
  await page.getByText('No signal to fetch it.').first().waitFor();
  await page.getByRole('button', { name: /^Delete/ }).scrollIntoViewIfNeeded();
  await take('person-pictures-away');
  await context.setOffline(false);
}

const broken = { name: 'scan.heic', mimeType: 'image/heic', buffer: Buffer.from('not for this browser') };
