import { appPages } from '../../tests/browser/harness/app-pages.ts';
import { dana, evening, met } from './people-met.ts';
import { meetAt, openPerson, type Studio, setTime } from './studio.ts';

/** The evening, and the days after, on a device of its own. */
export async function takeEvening(studio: Studio): Promise<void> {
  const { page, server } = studio;
  await page.goto(server.url);
  for (const meeting of [...met, dana]) await meetAt(studio, meeting);
  await appPages(page).waitUntilOffline();
  await planTouch(studio, 'Terrence Moore', '2026-11-12T18:00:00-05:00');
  await planTouch(studio, 'Luis Garza', '2026-11-21T18:00:00-05:00');
  await openPerson(page, 'Priya Venkat');
  await page.getByRole('button', { name: '+ Detail' }).click();
  await page.getByRole('textbox', { name: /^Something about/ }).fill('Restores old radios');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('button', { name: 'Restores old radios', exact: true }).waitFor();
  await setTime(studio, evening);
  await takeReview(studio);
  await takeRemember(studio);
  await takeOccasion(studio);
  await takeLookBack(studio);
}

async function planTouch(studio: Studio, name: string, at: string): Promise<void> {
  const { page, server } = studio;
  await setTime(studio, at);
  await page.goto(`${server.url}/people`);
  await openPerson(page, name);
  await page.getByRole('button', { name: 'Plan it' }).click();
  await page.getByRole('button', { name: 'Tomorrow' }).click();
  await page.getByRole('button', { name: 'Tomorrow', pressed: true }).waitFor();
}

async function takeReview({ page, server, take }: Studio): Promise<void> {
  await page.goto(`${server.url}/today`);
  await page.getByRole('heading', { name: 'Due to hear from you' }).waitFor();
  await take('today-evening');
  await page.getByRole('link', { name: 'Review the day' }).click();
  const done = page.getByRole('button', { name: /^Done with / });
  await done.waitFor();
  await take('review');
  await page.getByRole('region', { name: 'Next touch' }).scrollIntoViewIfNeeded();
  await take('review-next-touch');
  const end = page.getByRole('heading', { name: /(is|are) in your contact database|on this phone/ });
  for (;;) {
    const words = await done.or(end).first().textContent();
    if (words?.startsWith('Done with') !== true) break;
    await done.press('Enter');
    await page.getByRole('button', { name: words, exact: true }).waitFor({ state: 'detached' });
  }
  await end.waitFor();
  await take('review-end');
}

async function takeRemember({ page, server, take }: Studio): Promise<void> {
  await page.goto(`${server.url}/today`);
  const heading = page.getByRole('heading', { name: 'Do you remember?' });
  await heading.waitFor();
  await page.getByRole('button', { name: 'Show me' }).scrollIntoViewIfNeeded();
  await take('today-remember');
  await page.getByRole('button', { name: 'Show me' }).click();
  await page.getByText(/^It is /).waitFor();
  await take('today-remembered');
}

async function takeOccasion({ page, take }: Studio): Promise<void> {
  await openPerson(page, 'Dana Ruiz');
  await page.getByRole('link', { name: 'Chamber mixer', exact: true }).click();
  await page.getByRole('heading', { name: 'Chamber mixer', level: 1 }).waitFor();
  await take('occasion');
}

async function takeLookBack({ page, server, take }: Studio): Promise<void> {
  await page.goto(`${server.url}/look-back`);
  await page.getByRole('img').first().waitFor();
  await take('look-back');
  await page.getByText('As a table').click();
  await page.getByRole('table').scrollIntoViewIfNeeded();
  await take('look-back-table');
}
