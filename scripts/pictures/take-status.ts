import { type Problem, protocolProblemType } from '../../src/protocol/problem.ts';
import { appPages, owner } from '../../tests/browser/harness/app-pages.ts';
import { answerSync } from './answer-sync.ts';
import { type Studio, waitForStatus } from './studio.ts';

const serverBusy: Problem = { type: 'about:blank', title: 'Busy', status: 503 };
const otherVersion: Problem = { type: protocolProblemType, title: 'Another version', status: 409 };

/** The corner in every state that it can have, and what belongs to it. */
export async function takeStatus(studio: Studio): Promise<void> {
  await takeWaiting(studio);
  await takeInDatabase(studio);
  await takeRefused(studio);
  await takeSignedOut(studio);
}

async function takeWaiting(studio: Studio): Promise<void> {
  const { page, context, take } = studio;
  const app = appPages(page);
  await context.setOffline(true);
  await app.fillTag({ name: 'Chloe Baker', phone: '(231) 555-0155' });
  await app.save();
  await page.getByText('as soon as you have signal').waitFor();
  await take('saved-offline');
  await app.room('Today').click();
  await waitForStatus(studio, /offline, 1 waiting/);
  await take('status-offline-waiting');
  await answerSync(page, serverBusy);
  await context.setOffline(false);
  await waitForStatus(studio, /^1 waiting/);
  await take('status-waiting');
  await answerSync(page, otherVersion);
  await waitForStatus(studio, /update to sync/);
  await take('status-outdated');
  await answerSync(page, 'own');
  await waitForStatus(studio, /all in database/);
}

async function takeInDatabase(studio: Studio): Promise<void> {
  const { page, context, take } = studio;
  await context.setOffline(true);
  await waitForStatus(studio, /^offline$/);
  await take('status-offline');
  await context.setOffline(false);
  await page.evaluate(() => dispatchEvent(new Event('vite:preloadError')));
  await page.getByRole('button', { name: 'Update' }).waitFor();
  await take('update-banner');
  await page.reload();
}

/** No server of this version refuses what this app writes, so the answer is made up. */
async function takeRefused(studio: Studio): Promise<void> {
  const { page, take } = studio;
  const toggle = page.getByRole('button', { name: 'Looked at Wei Chen' });
  await toggle.waitFor();
  await answerSync(page, 'refuse');
  await toggle.click();
  await waitForStatus(studio, /1 to look at/);
  await take('status-refused');
  await appPages(page).room('Settings').click();
  await page.getByText('Not taken').waitFor();
  await take('settings-refused');
  await answerSync(page, 'own');
  await page.getByRole('button', { name: 'Try again' }).click();
  await waitForStatus(studio, /all in database/);
}

async function takeSignedOut(studio: Studio): Promise<void> {
  const { page, server, take } = studio;
  const app = appPages(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await waitForStatus(studio, /sign in again/);
  await take('settings-signed-out');
  await app.room('Today').click();
  await take('status-signed-out');
  await page.goto(`${server.url}/connect`);
  await app.field('Email').fill(owner.email);
  await page.getByLabel('Password').fill('not the right one');
  await take('connect');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('is not right').waitFor();
  await take('connect-problem');
}
