import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { makePicture } from './harness/pictures.ts';
import { type ServerHere, serveHere } from './harness/serve-here.ts';

let server: ServerHere;
let phone: LaunchedBrowser;

beforeAll(async () => {
  server = await serveHere();
  phone = await launchBrowser(await mkdtemp(join(tmpdir(), 'justmet-phone-')), { isWhole: true });
  await phone.page.goto(server.url);
  await appPages(phone.page).waitUntilOffline();
  await phone.context.setOffline(true);
});
afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

interface SharedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: readonly number[];
}

/** Posts a form to the share target as another app's share does: the page becomes what the answer leads to. */
async function share(
  page: Page,
  texts: Record<string, string>,
  files: readonly SharedFile[] = [],
): Promise<void> {
  const leaving = page.waitForEvent('load');
  await page.evaluate(
    ([texts, files]) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = '/share';
      form.enctype = 'multipart/form-data';
      const input = (name: string) =>
        form.appendChild(Object.assign(document.createElement('input'), { name }));
      for (const [name, text] of Object.entries(texts)) input(name).value = text;
      const transfer = new DataTransfer();
      for (const { name, type, bytes } of files)
        transfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
      Object.assign(input('files'), { type: 'file', multiple: true, files: transfer.files });
      document.body.append(form);
      form.submit();
    },
    [texts, files] as const,
  );
  await leaving;
}

const card = (name: string, phone: string, more = '') =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nN:;${name};;;\r\nTEL;TYPE=CELL:${phone}\r\n${more}END:VCARD\r\n`;
const vcf = (name: string, text: string): SharedFile => ({
  name,
  type: 'text/vcard',
  bytes: [...Buffer.from(text)],
});

test('what other apps share without signal comes into the tag behind what stands there', async () => {
  const { page } = phone;
  const app = appPages(page);
  await app.field('Company').fill('Fourth Street Bakery');
  const picture = makePicture(60, 40);
  await share(
    page,
    { title: 'Dana Ruiz', text: 'Dana Ruiz dana@example.com', url: 'https://example.com/dana' },
    [{ name: picture.name, type: picture.mimeType, bytes: [...picture.buffer] }],
  );
  await expect.poll(() => app.field('Email').inputValue()).toBe('dana@example.com');
  expect(await app.field('Everything in one line').inputValue()).toBe(
    'Dana Ruiz dana@example.com\nhttps://example.com/dana',
  );
  expect(await app.field('Company').inputValue()).toBe('Fourth Street Bakery');
  await page.getByRole('list', { name: 'Pictures' }).getByRole('img').waitFor();
  await page.getByRole('button', { name: 'Close the line' }).click();
  await share(page, {}, [vcf('dana.vcf', card('Someone Else', '231 555 0142', 'BDAY:1990-01-02\r\n'))]);
  await expect.poll(() => app.field('Phone').inputValue()).toBe('231 555 0142');
  expect(await app.field('Name').inputValue()).toBe('Dana Ruiz');
  expect(await app.field('Note').inputValue()).toContain('Someone Else');
  await page.reload();
  await expect.poll(() => app.field('Phone').inputValue()).toBe('231 555 0142');
  expect(await page.getByRole('list', { name: 'Pictures' }).getByRole('img').count()).toBe(1);
  await app.save();
  await app.room('People').click();
  await page.getByRole('link', { name: /Dana Ruiz/ }).click();
  await page.getByRole('region', { name: 'Pictures' }).getByRole('img').waitFor();
});

test('a file of three people adds each once, however often it comes, and all can be undone', async () => {
  const { page } = phone;
  const app = appPages(page);
  const three = [
    card('Ann Otter', '231 555 0101', 'UID:ann\r\n'),
    card('Bob Finch', '231 555 0102'),
    card('Cid Heron', '231 555 0103'),
    'BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n',
  ].join('');
  const file = { name: 'three.vcf', mimeType: 'text/vcard', buffer: Buffer.from(three) };
  const choose = async () => {
    await app.room('Capture').click();
    await page.getByRole('button', { name: 'From contacts' }).click();
    await page.getByLabel('Contact file').setInputFiles(file);
    await page.getByRole('heading', { name: '3 people are in this file' }).waitFor();
  };
  await choose();
  await page.getByText('Card 4 is empty.').waitFor();
  await page.getByRole('checkbox', { name: /Cid Heron/ }).uncheck();
  await page.getByRole('button', { name: 'Add 2 people' }).click();
  await page.getByText('2 people are added.').waitFor();
  await choose();
  await page.getByText('Ann Otter and Bob Finch are already here.').waitFor();
  await page.getByRole('button', { name: 'Add 1 person' }).click();
  await page.getByText('1 person is added. 2 were here already.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('1 person left again.').waitFor();
  await app.room('People').click();
  await page.getByRole('link', { name: /Ann Otter/ }).waitFor();
  expect(await page.getByRole('link', { name: /Ann Otter|Bob Finch|Cid Heron/ }).count()).toBe(2);
  // The other way in, from another app.
  await share(page, {}, [vcf('three.vcf', three)]);
  await page.getByRole('button', { name: 'Add 1 person' }).click();
  await page.getByText('1 person is added. 2 were here already.').waitFor();
  await page.reload();
  await app.field('Name').waitFor();
  await app.room('People').click();
  await page.getByRole('link', { name: /Ann Otter/ }).waitFor();
  expect(await page.getByRole('link', { name: /Ann Otter|Bob Finch|Cid Heron/ }).count()).toBe(3);
});
