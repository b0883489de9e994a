import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { findViolations } from './harness/find-violations.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { type ServerHere, serveHere } from './harness/serve-here.ts';

let server: ServerHere;
let phone: LaunchedBrowser;

beforeAll(async () => {
  server = await serveHere();
  phone = await launchBrowser(await mkdtemp(join(tmpdir(), 'justmet-phone-')));
  await phone.context.addInitScript(stayHere);
  await phone.page.goto(server.url);
  await appPages(phone.page).waitUntilOffline();
  await phone.context.setOffline(true);
});
afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

const dana = {
  name: 'Dana Ruiz',
  phone: '(231) 555-0142',
  email: 'dana@example.com',
  handle: 'instagram.com/danabakes',
  where: 'Chamber mixer',
};
const card = () => phone.page.getByRole('region', { name: 'Say hello' });
const link = (name: RegExp) => card().getByRole('link', { name });

test('without a network a text has its words, is asked for on the way back, and is remembered', async () => {
  const { page } = phone;
  const app = appPages(page);
  await app.fillTag(dana);
  await app.save();
  const text = link(/^Text “Hello! Nice to meet you!”/);
  expect(await text.getAttribute('href')).toBe(
    'sms:+12315550142;?&body=Hello%21%20Nice%20to%20meet%20you%21',
  );
  await card().getByRole('button', { name: 'In Spanish' }).click();
  await link(/^Text “¡Hola!/).waitFor();
  await link(/^Text “¡Hola!/).click();
  await comeBack();
  await page.getByRole('group', { name: 'Text sent?' }).waitFor();
  // As if the phone had killed it meanwhile.
  await page.reload();
  const question = page.getByRole('group', { name: 'Text sent?' });
  await question.waitFor();
  await examine();
  await question.getByRole('button', { name: 'Yes' }).click();
  await card().getByText('Text sent', { exact: true }).waitFor();
  await page.reload();
  await card().getByText('Text sent', { exact: true }).waitFor();
  expect(await question.count()).toBe(0);
});

test('the device itself answers with a card for the phone’s address book, without notes', async () => {
  const { page } = phone;
  await appPages(page).keepNote('Two kids and a beagle.');
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const answer = await page.evaluate(async (path) => {
    const response = await fetch(path);
    return { type: response.headers.get('content-type'), text: await response.text() };
  }, `/contact-file/${id}.vcf`);
  expect(answer.type).toBe('text/vcard; charset=utf-8');
  expect(answer.text).not.toMatch(/beagle|NOTE/);
  const parsed = new ICAL.Component(ICAL.parse(answer.text));
  expect(parsed.getFirstPropertyValue('fn')).toBe('Dana Ruiz');
  expect(parsed.getFirstPropertyValue('tel')).toBe('+12315550142');
  expect(parsed.getFirstPropertyValue('email')).toBe('dana@example.com');
});

test('a follow without a network waits on Today, and goes when it is done', async () => {
  const { page } = phone;
  const app = appPages(page);
  await card()
    .getByRole('button', { name: /^Follow on Instagram/ })
    .click();
  await card().getByText('Still to do: it waits on Today').waitFor();
  await app.room('Today').click();
  const waiting = page.getByRole('region', { name: 'Still to do' });
  await waiting.getByText('No signal: Follow on Instagram').waitFor();
  await phone.context.setOffline(false);
  const follow = waiting.getByRole('link', { name: 'Follow Dana Ruiz' });
  expect(await follow.getAttribute('href')).toBe('https://instagram.com/danabakes');
  expect(await follow.getAttribute('rel')).toBe('noopener noreferrer');
  await examine();
  await follow.click();
  await comeBack();
  await waiting.getByText('Followed on Instagram?').waitFor();
  await waiting.getByRole('button', { name: 'Yes' }).click();
  await waiting.waitFor({ state: 'detached' });
});

/** Other apps are not opened: this browser has none. */
function stayHere(): void {
  const stay = (event: Event) => {
    const tapped = event.target instanceof Element ? event.target.closest('a') : null;
    if (tapped !== null && tapped.origin !== location.origin) event.preventDefault();
  };
  addEventListener('click', stay, true);
}

async function comeBack(): Promise<void> {
  await phone.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

async function examine(): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await phone.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await findViolations(phone.page)).toEqual([]);
  }
}
