import { appPages, owner } from '../../tests/browser/harness/app-pages.ts';
import type { Studio } from './studio.ts';

const guest = { email: 'bob@example.com', name: 'Bob Broker' };

/** What Settings holds for an account, what an invited person sees, and the ways in. */
export async function takeAccount(studio: Studio): Promise<void> {
  const { page, take } = studio;
  const app = appPages(page);
  await app.room('Settings').click();
  await page.getByLabel('Email of the person to invite').fill(guest.email);
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const link = page.locator('code', { hasText: '/join#' });
  const invitation = (await link.textContent()) ?? '';
  await page.getByText(/Not used yet/).waitFor();
  await link.scrollIntoViewIfNeeded();
  await take('settings-invitation');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByText('New password').scrollIntoViewIfNeeded();
  await take('settings-password');
  await page.getByText('Everything as a file').scrollIntoViewIfNeeded();
  await take('settings-account');
  await page.getByRole('button', { name: 'Make an address' }).click();
  await page.getByText('Copy the address').scrollIntoViewIfNeeded();
  await take('settings-calendar');
  await takeAppPasswords(studio);
  await takeAddPhone(studio);
  await studio.lend((theirs) => takeStranger(theirs, invitation));
}

async function takeAppPasswords({ page, take }: Studio): Promise<void> {
  const app = appPages(page);
  await app.room('Settings').click();
  await page.getByRole('link', { name: 'Show app passwords' }).click();
  await page.getByRole('heading', { name: 'App passwords' }).waitFor();
  await take('app-passwords', 'empty');
  await app.field('Name of the program').fill('Evening report');
  await page.getByLabel('Current password').fill(owner.password);
  await page.getByRole('button', { name: 'Make an app password' }).click();
  await page.getByText('Never used').waitFor();
  await take('app-passwords');
}

async function takeAddPhone({ page, take }: Studio): Promise<void> {
  await appPages(page).room('Settings').click();
  await page.getByRole('link', { name: 'Add a phone' }).click();
  await page.getByRole('img', { name: 'The code that adds a phone' }).waitFor();
  await take('add-phone');
}

/** Each page anew: an address that differs behind its # alone is the same page. */
async function takeStranger({ page, server, take }: Studio, invitation: string): Promise<void> {
  await page.goto(invitation);
  await page.getByText('invited you').waitFor();
  await appPages(page).field('Your name').fill(guest.name);
  await take('join');
  await page.goto('about:blank');
  await page.goto(`${server.url}/join#${'x'.repeat(43)}`);
  await page.getByText(/taken back/).waitFor();
  await take('join-void');
  await page.goto('about:blank');
  await page.goto(`${server.url}/reset#used`);
  await page.getByLabel(/^New password/).waitFor();
  await take('reset');
  await page.goto(`${server.url}/connect`);
  await page
    .getByRole('button', { name: /sign in/i })
    .first()
    .waitFor();
  await take('sign-in');
}
