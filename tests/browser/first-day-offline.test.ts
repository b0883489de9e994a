import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { readQrCodes } from './harness/read-qr.ts';
import { serveHere } from './harness/serve-here.ts';

/*
 * The first launch after the install, without signal: no room was ever opened, the server is gone, the browser process
 * is new, and everything of the handshake works in one go. Codes are scanned in scan.test.ts, cards read in card.test.ts.
 */

let phone: LaunchedBrowser;
let page: Page;
/** What the app asked for and did not get. */
const missing: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  const profile = await mkdtemp(join(tmpdir(), 'justmet-first-day-'));
  const server = await serveHere();
  const { url } = server;
  const visit = await launchBrowser(profile);
  await visit.page.goto(url);
  await appPages(visit.page).waitUntilOffline();
  await visit.close();
  await server.stop();
  phone = await launchBrowser(profile, { offline: true });
  ({ page } = phone);
  page.on('requestfailed', (request) => missing.push(`${request.url()} ${request.failure()?.errorText}`));
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(url);
});
afterAll(() => phone?.close());

test('on the first day without signal every way to take somebody down works, one after the other', async () => {
  await typeThem();
  await sayThem();
  await pasteThem();
  await meetAgain();
  await handOver();
  await takeFromContacts();
  const app = appPages(page);
  await app.room('People').click();
  const names = ['Dana Ruiz', 'Luis Vega', 'Sam Okafor', 'Rosa Ruiz', 'Terrence Moore', 'Ann Otter'];
  for (const name of names) await page.getByRole('link', { name: new RegExp(name) }).waitFor();
  expect(await page.getByRole('main').getByRole('listitem').getByRole('link').count()).toBe(names.length);
  expect({ missing, faults }).toEqual({ missing: [], faults: [] });
});

test('on the first day without signal they are greeted, wait on Today, and read the code of a card', async () => {
  await greet();
  await seeToday();
  await showCard();
  await changeHelloWords();
  expect({ missing, faults }).toEqual({ missing: [], faults: [] });
});

async function typeThem(): Promise<void> {
  const app = appPages(page);
  await page.waitForFunction(() => document.activeElement?.closest('form') != null);
  // As quick thumbs would: into whatever has the focus.
  await page.keyboard.type('Dana Ruiz', { delay: 40 });
  await page.keyboard.press('Enter');
  await page.keyboard.type('2127365000', { delay: 40 });
  expect(await app.field('Phone').inputValue()).toBe('(212) 736-5000');
  await app.field('Where you met').fill('Chamber mixer, until 9');
  await page.getByRole('button', { name: /^Until 9:00/ }).click();
  expect(await app.field('Where you met').inputValue()).toBe('Chamber mixer');
  await page.getByRole('button', { name: /^Until 9:00 [ap]m: take it away/ }).waitFor();
  await app.save();
  await next();
}

async function sayThem(): Promise<void> {
  const app = appPages(page);
  await page.getByRole('button', { name: 'Say it' }).click();
  await app.field('Everything in one line').fill('Luis Vega 231 555 0143 luis at vega dot example two kids');
  await expect.poll(() => app.field('Email').inputValue()).toBe('luis@vega.example');
  expect(await app.field('Phone').inputValue()).toBe('231 555 0143');
  // The occasion goes on until nine.
  expect(await app.field('Where you met').inputValue()).toBe('Chamber mixer');
  await app.save();
  await page.getByText('Kept: “two kids”').waitFor();
  await next();
}

async function pasteThem(): Promise<void> {
  const app = appPages(page);
  await app.field('Name').evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Sam Okafor\nOkafor Roofing LLC\n212 736 5001\nsam@okafor.example');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect.poll(() => app.field('Company').inputValue()).toBe('Okafor Roofing LLC');
  expect(await app.field('Name').inputValue()).toBe('Sam Okafor');
  await app.save();
  await next();
}

/** Dana once more, and somebody who shares her number. */
async function meetAgain(): Promise<void> {
  const app = appPages(page);
  const seen = page.getByRole('region', { name: 'Seen before' });
  await app.fillTag({ name: 'Dana', phone: '212 736 5000', email: 'dana@example.com' });
  await seen.getByText('You met Dana today.').waitFor();
  await seen.getByRole('button', { name: 'Add to Dana' }).click();
  await page.getByRole('heading', { name: 'Dana is saved' }).waitFor();
  await next();
  await app.fillTag({ name: 'Rosa Ruiz', phone: '212 736 5000' });
  await seen.getByText('Dana Ruiz has this number too.').waitFor();
  await seen.getByRole('button', { name: 'Same household' }).click();
  await page.getByRole('heading', { name: 'Rosa is saved' }).waitFor();
  await next();
}

async function handOver(): Promise<void> {
  const app = appPages(page);
  await page.getByRole('button', { name: 'Hand over' }).click();
  const sheet = page.getByRole('dialog', { name: 'Your name and number' });
  await sheet.waitFor();
  await page.keyboard.type('Terrence Moore');
  await sheet.getByRole('textbox', { name: 'Your phone' }).fill('231 555 0145');
  await sheet.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('heading', { name: 'Thank you. Please give the phone back.' }).waitFor();
  await page.getByRole('button', { name: 'Hold to give the phone back' }).focus();
  await page.keyboard.down('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.up('Enter');
  expect(await app.field('Name').inputValue()).toBe('Terrence Moore');
  await app.save();
  await next();
}

async function takeFromContacts(): Promise<void> {
  const app = appPages(page);
  const card =
    'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Otter\r\nN:Otter;Ann;;;\r\nTEL;TYPE=CELL:231 555 0146\r\nEND:VCARD\r\n';
  await page.getByRole('button', { name: 'From contacts' }).click();
  await page
    .getByLabel('Contact file')
    .setInputFiles({ name: 'ann.vcf', mimeType: 'text/vcard', buffer: Buffer.from(card) });
  await expect.poll(() => app.field('Name').inputValue()).toBe('Ann Otter');
  expect(await app.field('Phone').inputValue()).toBe('231 555 0146');
  await app.save();
  await next();
}

async function greet(): Promise<void> {
  const app = appPages(page);
  await app.room('Capture').click();
  await app.fillTag({ name: 'Bea Lind', phone: '231 555 0147', email: 'bea@example.com', handle: '@bea' });
  await app.save();
  const card = page.getByRole('region', { name: 'Say hello' });
  const text = card.getByRole('link', { name: /^Text “Hello! Nice to meet you!”/ });
  expect(await text.getAttribute('href')).toMatch(/^sms:\+12315550147;\?&body=Hello%21/);
  await card.getByRole('button', { name: /^Add to phone contacts/ }).waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const file = await page.evaluate(async (path) => (await fetch(path)).text(), `/contact-file/${id}.vcf`);
  expect(new ICAL.Component(ICAL.parse(file)).getFirstPropertyValue('tel')).toBe('+12315550147');
  const download = page.waitForEvent('download');
  await card.getByRole('button', { name: /^Add to phone contacts/ }).click();
  expect((await download).suggestedFilename()).toBe('Bea Lind.vcf');
  await card.getByRole('button', { name: /^Email/ }).click();
  await card.getByText('Still to do: it waits on Today').waitFor();
}

async function seeToday(): Promise<void> {
  await appPages(page).room('Today').click();
  await page.getByRole('heading', { name: 'You met 7 people' }).waitFor();
  const waiting = page.getByRole('region', { name: 'Still to do' });
  await waiting.getByText(/No signal: Email/).waitFor();
}

async function showCard(): Promise<void> {
  const app = appPages(page);
  await app.room('My card').click();
  await app.field('Your name').fill('Kim Peacock');
  await app.field('Phone').fill('(212) 736-5009');
  await page.getByRole('button', { name: 'Make my card' }).click();
  await page.getByRole('img', { name: 'The code of your contact' }).waitFor();
  const [contact = ''] = await readQrCodes(await page.screenshot());
  const read = new ICAL.Component(ICAL.parse(contact.trim()));
  expect(read.getFirstPropertyValue('fn')).toBe('Kim Peacock');
  expect(read.getFirstPropertyValue('tel')).toBe('+12127365009');
  await page.getByRole('button', { name: 'They text me' }).click();
  await page.getByRole('img', { name: 'The code that begins a text to you' }).waitFor();
  expect(await readQrCodes(await page.screenshot())).toEqual(["SMSTO:+12127365009:Hi, it's "]);
}

async function changeHelloWords(): Promise<void> {
  const app = appPages(page);
  await app.room('Settings').click();
  await page.getByRole('link', { name: 'Change them' }).click();
  await app.field('Text words').fill('Good to meet you, {first name}!');
  await page.getByRole('button', { name: 'Keep these words' }).click();
  await page.getByRole('button', { name: 'Keep these words' }).waitFor({ state: 'detached' });
  await app.room('People').click();
  await page.getByRole('link', { name: /Bea Lind/ }).click();
  await page.getByText('Say hello', { exact: true }).click();
  await page.getByRole('link', { name: /^Text “Good to meet you, Bea!”/ }).waitFor();
}

async function next(): Promise<void> {
  await page.getByRole('button', { name: 'Meet someone else' }).click();
  await appPages(page).field('Name').waitFor();
}
