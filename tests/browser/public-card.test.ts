import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cardPath, pathOfCard } from '../../src/protocol/card-page.ts';
import { claimOver, pullAllOver, syncOver } from '../server/harness/http-device.ts';
import { cardEdit } from '../server/harness/public-card.ts';
import { appPages } from './harness/app-pages.ts';
import { findViolations } from './harness/find-violations.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { type ServerHere, serveHere } from './harness/serve-here.ts';

const token = 'annscardannscardannsca';
let server: ServerHere;
let cookie: string;
let address: string;
let phone: LaunchedBrowser;

beforeAll(async () => {
  server = await serveHere();
  cookie = await claimOver(server, server.claimLink?.split('#')[1]);
  const card = {
    name: 'Ann Agent',
    company: 'Peacock Real Estate',
    token,
    'phone/aaaaaaaa': { typed: '(231) 555-0100', e164: '+12315550100' },
    'email/aaaaaaaa': { typed: 'ann@peacock-real-estate-of-clare-michigan.example.com' },
  };
  await syncOver(server, cookie, [cardEdit(1, 1, card)]);
  address = server.url + pathOfCard(cardPath, token);
});
afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

const launch = async (options: Parameters<typeof launchBrowser>[1] = {}) =>
  launchBrowser(await mkdtemp(join(tmpdir(), 'justmet-phone-')), options);

const send = async (page: Page) => {
  // Sooner than that the form is taken for a script's.
  await page.waitForTimeout(2_100);
  await page.getByRole('button', { name: 'Send' }).click();
};

test('a card’s page is the server’s also where the app is installed, and everybody can read it', async () => {
  phone = await launch();
  const { page } = phone;
  await page.goto(server.url);
  await appPages(page).waitUntilOffline();
  await page.reload();
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: 'Ann Agent' }).waitFor();
  expect(await page.getByRole('link', { name: '(231) 555-0100' }).getAttribute('href')).toBe(
    'tel:+12315550100',
  );
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findViolations(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  for (const size of ['100%', '200%']) {
    await page.evaluate((text) => document.documentElement.style.setProperty('font-size', text), size);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), size).toBeLessThanOrEqual(320);
  }
});

test('somebody without script sends their details, mends what was missing, and is thanked', async () => {
  const plain = await launch({ javaScriptEnabled: false });
  const { page } = plain;
  await page.goto(address);
  await page.getByLabel('Your name').fill('Vera Visitor');
  await page.getByLabel('A few words').fill('By the punch');
  await send(page);
  await page.getByText('Please give a number or an email.').waitFor();
  expect(await page.getByLabel('A few words').inputValue()).toBe('By the punch');
  await page.getByLabel('Phone').fill('231 555 0142');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you, Ann has your details.' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Thank you, Ann has your details.' }).waitFor();
  await plain.close();
  const visitors = (await pullAllOver(server, cookie)).filter(({ table }) => table === 'visitor');
  expect(
    visitors.map(({ values }) => [values['name'], values['message'], values['phone/bythecard']]),
  ).toEqual([['Vera Visitor', 'By the punch', { typed: '231 555 0142' }]]);
});
