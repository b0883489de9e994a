import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appPages, owner } from './harness/app-pages.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { querySql } from './harness/sql.ts';
import { type RunningServer, startServer } from './harness/start-server.ts';

const guest = { name: 'Bob Broker', email: 'bob@example.com', password: 'kettle on the window' };

let server: RunningServer;
let phone: LaunchedBrowser;
let others: LaunchedBrowser[] = [];
const newPhone = async () =>
  launchBrowser(await mkdtemp(join(tmpdir(), 'justmet-profile-')), { serviceWorkers: 'block' });
const anotherPhone = async () => {
  const another = await newPhone();
  others.push(another);
  return another;
};

beforeEach(async () => {
  server = await startServer();
  phone = await newPhone();
});
afterEach(async () => {
  for (const browser of [phone, ...others]) await browser?.close();
  others = [];
  await server?.stop();
});

/** This machine's own name: passkeys belong to names, not to addresses of numbers. */
const byName = (url: string) => url.replace('127.0.0.1', 'localhost');

async function addAuthenticator(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('an invited person joins, and each sees only their own people', async () => {
  const { page } = phone;
  const app = appPages(page);
  await app.claim(server.claimLink ?? '');
  await app.room('Capture').click();
  await app.meet({ name: 'Dana Ruiz' });
  await app.room('Settings').click();
  await page.getByLabel('Email of the person to invite').fill(guest.email);
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const link = (await page.locator('code', { hasText: '/join#' }).textContent()) ?? '';
  await page.getByText(/Not used yet/).waitFor();

  const theirs = await anotherPhone();
  const their = appPages(theirs.page);
  await theirs.page.goto(link);
  await theirs.page.getByText(`${owner.name} invited you`).waitFor();
  expect(await their.field('Email').inputValue()).toBe(guest.email);
  await their.field('Your name').fill(guest.name);
  await theirs.page.getByLabel(/^Password/).fill('password12');
  await theirs.page.getByRole('button', { name: 'Join', exact: true }).click();
  await theirs.page.getByText('The password is one that many people use').waitFor();
  await theirs.page.getByLabel(/^Password/).fill(guest.password);
  await theirs.page.getByRole('button', { name: 'Join', exact: true }).click();
  await theirs.page.waitForURL('**/today');
  await their.room('Capture').click();
  await their.meet({ name: 'Priya Venkat' });
  await expect.poll(() => their.statusWords()).toMatch(/^all in database/);
  await their.room('People').click();
  await theirs.page.getByRole('link', { name: /Priya/ }).waitFor();
  expect(await theirs.page.getByText('Dana Ruiz').count()).toBe(0);
  await their.room('Settings').click();
  await theirs.page.getByRole('button', { name: 'Change password' }).waitFor();
  expect(await theirs.page.getByRole('heading', { name: 'Invitations' }).count()).toBe(0);

  const people = await querySql(server.dataFolder, 'select name, account_id from people order by name');
  expect(people.map(({ name }) => name)).toEqual(['Dana Ruiz', 'Priya Venkat']);
  expect(new Set(people.map(({ account_id }) => account_id)).size).toBe(2);
  await app.room('People').click();
  await app.room('Settings').click();
  await page.getByText(/^Joined/).waitFor();
});

test('a passkey is added, signs in on its own, and the last way in stays', async () => {
  const { page } = phone;
  await addAuthenticator(page);
  const app = appPages(page);
  await page.goto(byName(server.claimLink ?? ''));
  await app.field('Your name').fill(owner.name);
  await app.field('Email').fill(owner.email);
  await page.getByRole('button', { name: 'Use a passkey instead' }).click();
  await page.waitForURL('**/today');
  await app.room('Settings').click();
  const passkeys = page.locator('section', { has: page.getByRole('heading', { name: 'Passkeys' }) });
  await passkeys.getByText('First passkey').waitFor();
  await page.getByRole('button', { name: 'Remove First passkey' }).click();
  await passkeys.getByText('the only way to sign in').waitFor();
  await page.getByRole('button', { name: 'Rename First passkey' }).click();
  await app.field('Name of this passkey').fill('My phone');
  await page.getByRole('button', { name: 'Save name' }).click();
  await passkeys.getByText('My phone').waitFor();
  expect(await querySql(server.dataFolder, 'select name from passkey')).toEqual([{ name: 'My phone' }]);

  await page.getByRole('button', { name: 'Set a password' }).click();
  await page.getByLabel(/^New password/).fill(owner.password);
  await page.getByRole('button', { name: 'Save password' }).click();
  await page.getByText('Your password is changed').waitFor();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('heading', { name: 'Sign in again' }).waitFor();
  await page.goto(`${byName(server.url)}/connect`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/today');
  await app.room('Settings').click();
  await page.getByRole('button', { name: 'Remove My phone' }).click();
  await passkeys.getByText('The passkey is removed').waitFor();
  expect(await querySql(server.dataFolder, 'select name from passkey')).toEqual([]);
});

test('a changed password ends the other phone, which keeps what it has not sent', async () => {
  const { page } = phone;
  const app = appPages(page);
  await app.claim(server.claimLink ?? '');
  const second = await anotherPhone();
  const other = appPages(second.page);
  await other.signIn(server.url);
  await app.room('Settings').click();
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByLabel('Current password').fill('not the present one');
  await page.getByLabel(/^New password/).fill('another long phrase');
  await page.getByRole('button', { name: 'Save password' }).click();
  await page.getByText('The current password is not right').waitFor();
  await page.getByLabel('Current password').fill(owner.password);
  await page.getByRole('button', { name: 'Save password' }).click();
  await page.getByText('signed out everywhere else').last().waitFor();
  await other.room('Capture').click();
  await other.meet({ name: 'Dana Ruiz' });
  await expect.poll(() => other.statusWords()).toMatch(/sign in again/);
  await other.signIn(server.url, { ...owner, password: 'another long phrase' });
  await expect.poll(() => other.statusWords()).toMatch(/^all in database/);
  expect(await querySql(server.dataFolder, 'select name from people')).toEqual([{ name: 'Dana Ruiz' }]);
});

test('a forgotten password is reset by a mail, and where there is no mail the screen says how', async () => {
  const app = appPages(phone.page);
  await app.claim(server.claimLink ?? '');
  await phone.page.goto(`${server.url}/reset`);
  await phone.page.getByText('justmet reset-password').waitFor();

  const mails: string[] = [];
  const mailServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let mail = '';
      stream.setEncoding('utf8').on('data', (text: string) => {
        mail += text;
      });
      stream.on('end', () => {
        mails.push(mail.replaceAll('=\r\n', ''));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', () => resolve()));
  const address = mailServer.server.address();
  const mailPort = typeof address === 'object' && address !== null ? address.port : 0;
  const env = { SMTP_URL: `smtp://127.0.0.1:${mailPort}`, MAIL_FROM: 'Justmet <justmet@people.example>' };
  await server.stop();
  server = await startServer({ dataFolder: server.dataFolder, env });
  const ask = async (email: string) => {
    await phone.page.goto(`${server.url}/connect`);
    await phone.page.getByRole('link', { name: 'Forgot your password?' }).click();
    await app.field('Email').fill(email);
    await phone.page.getByRole('button', { name: 'Send me a link' }).click();
    await phone.page.getByText(`If ${email} has an account here`).waitFor();
  };
  await ask('nobody@example.com');
  await ask(owner.email);
  await expect.poll(() => mails.length).toBe(1);
  expect(mails[0]).toContain(`To: ${owner.name} <${owner.email}>`);
  const link = /http:\S+\/reset#\w+/.exec(mails[0] ?? '')?.[0] ?? '';
  await phone.page.goto('about:blank');
  await phone.page.goto(link);
  await phone.page.getByLabel(/^New password/).fill('found it again today');
  await phone.page.getByRole('button', { name: 'Set this password' }).click();
  await phone.page.getByText('Your new password is set').waitFor();
  await app.signIn(server.url, { ...owner, password: 'found it again today' });
  await phone.page.goto('about:blank');
  await phone.page.goto(link);
  await phone.page.getByLabel(/^New password/).fill('once more the same link');
  await phone.page.getByRole('button', { name: 'Set this password' }).click();
  await phone.page.getByText('This link was used already').waitFor();
  await new Promise<void>((resolve) => mailServer.close(() => resolve()));
});

test('a deleted account is gone from the contact database, and stays on the phone', async () => {
  const { page } = phone;
  const app = appPages(page);
  await app.claim(server.claimLink ?? '');
  await app.room('Capture').click();
  await app.meet({ name: 'Dana Ruiz', note: 'Two kids.' });
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
  await app.room('Settings').click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('justmet.json');
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByLabel('Current password').fill(owner.password);
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByText('What is on this phone is still here').waitFor();
  expect(await querySql(server.dataFolder, 'select name from people')).toEqual([]);
  expect(await querySql(server.dataFolder, 'select email from user')).toEqual([]);
  await app.room('People').click();
  await page.getByRole('link', { name: /Dana Ruiz/ }).waitFor();
});
