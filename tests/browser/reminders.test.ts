import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reminder } from '../../src/protocol/push.ts';
import { appPages } from './harness/app-pages.ts';
import { findViolations } from './harness/find-violations.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { type ServerHere, serveHere } from './harness/serve-here.ts';

let server: ServerHere;
let phone: LaunchedBrowser;

beforeAll(async () => {
  server = await serveHere();
  phone = await launchBrowser(await mkdtemp(join(tmpdir(), 'justmet-phone-')), { isWhole: true });
});
afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

/** What a push and a tap do is looked for on the screen, whether or not the browser says that they are over. */
const answerMs = 10_000;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Hands the worker a push as the browser's push service would, once it has been decrypted. */
async function deliver(
  session: CDPSession,
  registrationId: string,
  message: Reminder | string,
): Promise<void> {
  const data = typeof message === 'string' ? message : JSON.stringify(message);
  const sent = session.send('ServiceWorker.deliverPushMessage', {
    origin: server.url,
    registrationId,
    data,
  });
  await Promise.race([sent, pause(answerMs)]);
}

async function findRegistration(session: CDPSession): Promise<string> {
  const found = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [registration] = registrations;
      if (registration !== undefined) resolve(registration.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const known = await Promise.race([found, pause(answerMs).then(() => undefined)]);
  if (known === undefined) throw new Error('The browser tells of no service worker');
  return known;
}

const shown = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const notifications = await registration.getNotifications();
    return notifications.map(({ title, body, tag }) => ({ title, body, tag }));
  });

/** A tap on a notification; what a browser allows after one alone is noted instead of done. */
const tap = (worker: Worker, tag: string) =>
  worker.evaluate(async (wanted) => {
    const scope = self as unknown as ServiceWorkerGlobalScopeLike;
    const [notification] = await scope.registration.getNotifications({ tag: wanted });
    const opened: string[] = [];
    scope.clients.openWindow = async (path: string) => void opened.push(path);
    const event = new scope.NotificationEvent('notificationclick', { notification });
    let done: Promise<unknown> = Promise.resolve();
    Object.defineProperty(event, 'waitUntil', { value: (work: Promise<unknown>) => (done = work) });
    scope.dispatchEvent(event);
    await Promise.race([done.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 10_000))]);
    return opened;
  }, tag);

interface ServiceWorkerGlobalScopeLike {
  readonly registration: { getNotifications(filter: { tag: string }): Promise<unknown[]> };
  readonly clients: { openWindow(path: string): Promise<void> };
  readonly NotificationEvent: new (name: string, init: { notification: unknown }) => Event;
  dispatchEvent(event: Event): boolean;
}

test('reminders are chosen in Settings, asked for after a tap, shown by the worker, and lead to their room', async () => {
  const { page, context } = phone;
  const app = appPages(page);
  await page.goto(server.url);
  await app.waitUntilOffline();
  await app.room('Settings').click();
  const section = page.getByRole('region', { name: 'Reminders' });
  const evening = section.getByRole('switch', { name: 'In the evening' });
  expect(await evening.getAttribute('aria-checked')).toBe('false');
  expect(await section.getByLabel('Show names').count()).toBe(0);
  await evening.click();
  await section.getByText('They come from your contact database').waitFor();
  const time = section.getByLabel('Time in the evening');
  expect(await time.inputValue()).toBe('20:00');
  await time.fill('21:15');
  await time.press('Enter');
  await section.getByRole('switch', { name: 'Show names on the lock screen' }).waitFor();
  expect(await findViolations(page)).toEqual([]);

  await app.claim(server.claimLink ?? '');
  await app.room('Settings').click();
  expect(await time.inputValue()).toBe('21:15');
  await section.getByRole('button', { name: 'Show them here' }).waitFor();
  await context.grantPermissions(['notifications'], { origin: server.url });
  // The worker hears of what was granted a moment later than the page is told.
  await expect.poll(() => page.evaluate(() => Notification.permission)).toBe('granted');
  await expect
    .poll(() => context.serviceWorkers()[0]?.evaluate(() => Notification.permission))
    .toBe('granted');
  const session = await context.newCDPSession(page);
  const registration = await findRegistration(session);
  // What is granted reaches the browser's own part last of all; a push that comes again takes its own place.
  const deliverAll = async () => {
    await deliver(session, registration, { kind: 'evening', count: 4 });
    await deliver(session, registration, { kind: 'morning', count: 3, names: ['Dana', 'Luis'] });
    await deliver(session, registration, 'something newer');
    return (await shown(page)).length;
  };
  await expect.poll(deliverAll, { interval: 1_000 }).toBe(3);
  const evenings = { title: '4 people to look at', body: 'While you remember them.', tag: 'evening' };
  const mornings = {
    title: '3 people are due to hear from you',
    body: 'Dana, Luis and 1 more',
    tag: 'morning',
  };
  expect(await shown(page)).toEqual(expect.arrayContaining([evenings, mornings]));
  // A newer one takes the place of the older.
  await deliver(session, registration, { kind: 'evening', count: 5 });
  await expect
    .poll(async () => (await shown(page)).map(({ title }) => title))
    .toContain('5 people to look at');
  expect(await shown(page)).toHaveLength(3);

  const [worker] = context.serviceWorkers();
  if (worker === undefined) throw new Error('There is no worker');
  expect(await tap(worker, 'morning')).toEqual([]);
  await page.waitForURL(`${server.url}/today`);
  expect((await shown(page)).map(({ tag }) => tag).sort()).toEqual(['evening', 'other']);
  await page.goto('about:blank');
  expect(await tap(worker, 'evening')).toEqual(['/review']);
});
