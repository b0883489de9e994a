import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Edit } from '../../src/domain/row.ts';
import { readingToStamp } from '../../src/domain/stamp.ts';
import { syncOver } from '../server/harness/http-device.ts';
import { appPages } from './harness/app-pages.ts';
import { findViolations } from './harness/find-violations.ts';
import { type FreshPhone, freshPhone } from './harness/fresh-phone.ts';
import { readQrCodes } from './harness/read-qr.ts';
import { querySql } from './harness/sql.ts';

const phone = freshPhone();

const contact = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:Peacock;Kim',
  'FN:Kim Peacock',
  'ORG:Peacock Real Estate',
  'TEL:+12315550100',
  'EMAIL:kim@example.com',
  'END:VCARD',
  '',
].join('\r\n');

async function expectAccessible(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  expect(await findViolations(page)).toEqual([]);
  // As in looks.test.ts: no wider than the screen.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
}

test('without signal a card is made, and a camera reads it from the screen, also in the dark scheme', async () => {
  const { page, context } = phone;
  const app = appPages(page);
  await page.goto(phone.server.url);
  await app.room('My card').click();
  await app.field('Your name').waitFor();
  await context.setOffline(true);
  await app.field('Your name').fill('Kim Peacock');
  await expectAccessible(page, 'dark');
  await app.field('Email').fill('kim@example.com');
  await app.field('Company').fill('Peacock Real Estate');
  await page.getByRole('button', { name: 'Make my card' }).click();
  await page.getByRole('button', { name: 'They text me' }).click();
  await page.getByText('Put a phone number on this card first').waitFor();
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('button', { name: '+ Phone' }).click();
  await page.keyboard.type('(231) 555-0100');
  await expectAccessible(page, 'light');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'My card' }).first().click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.getByRole('button', { name: 'Contact' }).click();
    await page.getByRole('img', { name: 'The code of your contact' }).waitFor();
    await expectAccessible(page, colorScheme);
    expect(await readQrCodes(await page.screenshot())).toEqual([contact]);
    await page.getByRole('button', { name: 'They text me' }).click();
    await page.getByRole('img', { name: 'The code that begins a text to you' }).waitFor();
    expect(await readQrCodes(await page.screenshot())).toEqual(["SMSTO:+12315550100:Hi, it's "]);
  }
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Share the file' }).click();
  expect((await download).suggestedFilename()).toBe('Kim Peacock.vcf');
});

test('a public page is given when its owner says so, said to be online when it is, and withdrawn', async () => {
  const { page, context, server } = phone;
  const app = await phone.connect();
  const token = async () => {
    const sql = `select "values" from "row" where "table" = 'profile'`;
    const [row] = await querySql(server.dataFolder, sql);
    return /"token":("[\w-]{22}"|null)/.exec(String(row?.['values']))?.[1];
  };
  await app.room('My card').click();
  await expect.poll(() => app.field('Your name').inputValue()).toBe('Olive Owner');
  await page.getByRole('button', { name: 'Make my card' }).click();
  await page.getByRole('button', { name: 'Send a link' }).click();
  await page.getByText('There is no link yet').waitFor();
  await context.setOffline(true);
  await page.getByRole('switch', { name: 'Public page' }).click();
  await page.getByText('Goes online when your contact database has it.').waitFor();
  await page.getByRole('button', { name: 'Send a link' }).click();
  await page.getByText('The link is not there yet').waitFor();
  await context.setOffline(false);
  await page.getByText('Anybody who has the link').waitFor();
  const link = (await page.locator('code').textContent()) ?? '';
  expect(link).toBe(`${server.url}/c/${JSON.parse((await token()) ?? '""')}`);
  await page.getByRole('switch', { name: 'Public page' }).click();
  await expect.poll(token).toBe('null');
});

test('who sent their details by the page of a card is kept when the agent says so, and let go again by undo', async () => {
  const { page } = phone;
  const app = await phone.connect();
  await app.room('Today').click();
  await sendVisitor(phone);
  await page.getByRole('heading', { name: 'Sam sent you their details' }).waitFor();
  await page.getByText('“We met at the mixer.”').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) await expectAccessible(page, colorScheme);
  expect(await phone.names()).toEqual([]);
  await page.getByRole('button', { name: 'Keep Sam' }).click();
  await expect.poll(phone.names).toEqual([{ name: 'Sam Otter' }]);
  await page.getByRole('link', { name: /^Sam Otter/ }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Keep Sam' }).waitFor();
  await expect.poll(phone.names).toEqual([]);
});

/** As another device of the account would, or the page of a card. */
async function sendVisitor({ context, server }: FreshPhone): Promise<void> {
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const sentAt = new Date();
  const edit: Edit = {
    table: 'visitor',
    id: '01890000-0000-7000-8000-00000000000a',
    stamp: readingToStamp({ ms: sentAt.getTime(), counter: 0 }, 'publicpage'),
    values: {
      profile: '01890000-0000-7000-8000-000000000001',
      name: 'Sam Otter',
      message: 'We met at the mixer.',
      sentAt: sentAt.toISOString(),
      'phone/bythecard': { typed: '231 555 0177' },
      'email/bythecard': { typed: 'sam@example.com' },
    },
  };
  await syncOver(server, cookie, [edit]);
}
