import { mkdtemp } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { fakeMicrophone } from './harness/fake-microphone.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { type ServerHere, serveHere } from './harness/serve-here.ts';
import { makeTinyWhisper } from './harness/tiny-whisper/make-tiny-whisper.ts';
import { heardText } from './harness/tiny-whisper/tiny-tokens.ts';

let server: ServerHere;
let phone: LaunchedBrowser;
let page: Page;
let recogniser: Server | undefined;

afterEach(async () => {
  await phone?.close();
  await server?.stop();
  recogniser?.close();
  recogniser?.closeAllConnections();
  recogniser = undefined;
});

async function open(env: NodeJS.ProcessEnv = {}) {
  server = await serveHere(env);
  const folder = await mkdtemp(join(tmpdir(), 'justmet-details-'));
  const { args } = await fakeMicrophone(folder, 'She has two kids and a beagle.');
  phone = await launchBrowser(join(folder, 'profile'), { isWhole: true, args: [...args] });
  ({ page } = phone);
  await phone.context.grantPermissions(['microphone'], { origin: server.url });
  await page.goto(server.url);
}

async function meetDana() {
  const app = appPages(page);
  await app.fillTag({ name: 'Dana Ruiz', phone: '231 555 0142' });
  await app.save();
}

async function openDana() {
  await appPages(page).room('People').click();
  await page
    .getByRole('link', { name: /Dana Ruiz/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Dana Ruiz' }).waitFor();
}

/** What is offered of all notes in sight, in their order. */
async function offered(): Promise<string[]> {
  const texts = await page.getByRole('button', { name: /^Keep: / }).allInnerTexts();
  return texts.map((text) => text.replace(/^Keep:\s*/, '').trim());
}

const keep = (text: string) => page.getByRole('button', { name: `Keep: ${text}`, exact: true });
const known = () => page.getByRole('region', { name: 'What you know about Dana' });

test('what a note tells is kept by a tap, put aside, and put right, and is asked for only once', async () => {
  await open();
  await meetDana();
  await appPages(page).keepNote(
    'Married, two kids, rents a flat on Oak. Her sister owns a salon. Might get a dog.',
  );
  await expect.poll(offered).toEqual(['Married', 'Two kids', 'Rents']);
  await keep('Two kids').click();
  await expect.poll(offered).toEqual(['Married', 'Rents']);
  await page.getByRole('button', { name: 'Do not keep: Rents' }).click();
  await expect.poll(offered).toEqual(['Married']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(offered).toEqual(['Married', 'Rents']);
  await page.getByRole('button', { name: 'Do not keep: Rents' }).click();
  await openDana();
  await known().getByRole('button', { name: 'Two kids' }).click();
  await page.getByRole('textbox', { name: 'What you know' }).fill('Two kids, Ana and Luis');
  await page.getByRole('textbox', { name: 'What you know' }).press('Enter');
  await known().getByRole('button', { name: 'Two kids, Ana and Luis' }).waitFor();
  await page.reload();
  await known().getByRole('button', { name: 'Two kids, Ana and Luis' }).waitFor();
  await expect.poll(offered).toEqual(['Married']);
  await appPages(page).room('People').click();
  await page.getByRole('searchbox').fill('luis');
  await page.getByRole('link', { name: /Dana Ruiz/ }).waitFor();
});

test('a number that was heard goes onto the tag, and back by undo', async () => {
  await open();
  await meetDana();
  await appPages(page).keepNote('her cell is two three one five five five oh one nine nine');
  const [number = ''] = await expect.poll(offered).toHaveLength(1).then(offered);
  await keep(number).click();
  await openDana();
  const phones = () => page.getByRole('textbox', { name: 'Phone' });
  await expect.poll(() => phones().count()).toBe(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => phones().count()).toBe(1);
});

test('a voice note is written down on the phone once it has what that takes, and what it tells is offered', async () => {
  await open();
  await makeTinyWhisper(join(server.dataFolder, 'models', 'tiny'), 1_000_000);
  await meetDana();
  await page.getByRole('link', { name: /Say what you remember/ }).click();
  await page.getByText('0:02').waitFor();
  await page.getByRole('button', { name: 'Stop and keep' }).click();
  await page.getByText('Not written down yet.').waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await appPages(page).room('Today').click();
  await page.getByText(/not written down yet/).waitFor();
  await appPages(page).room('Settings').click();
  const section = page.getByRole('region', { name: 'Writing down on this phone' });
  await section.getByRole('button', { name: /^Fetch it/ }).click();
  await section.getByText('What you say is written down on this phone').waitFor();
  // In the language that is chosen, which stays.
  const language = () => section.getByRole('combobox', { name: 'The language you speak' });
  await language().selectOption({ label: 'Spanish' });
  // What it shows is what the device's database holds.
  await expect.poll(() => language().locator('option:checked').textContent()).toBe('Spanish');
  await page.reload();
  await expect.poll(() => language().locator('option:checked').textContent()).toBe('Spanish');
  await openDana();
  await page.getByText(heardText).waitFor();
  await page.getByText(/Written down on your own device/).waitFor();
  await page.getByRole('button', { name: 'Text is right' }).click();
  await page.getByRole('button', { name: 'Text is right' }).waitFor({ state: 'detached' });
});

test('a voice note is written down by the contact database, and a text by hand stays', async () => {
  const text = 'Dana has two kids and a beagle.';
  recogniser = createServer((request, response) => {
    request.resume().on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ text }));
    });
  });
  await new Promise<void>((resolve) => recogniser?.listen(0, '127.0.0.1', resolve));
  const { port } = recogniser.address() as AddressInfo;
  await open({ TRANSCRIBE_URL: `http://127.0.0.1:${port}/v1` });
  const app = appPages(page);
  await app.claim(server.claimLink ?? '');
  await app.room('Capture').click();
  await meetDana();
  await page.getByRole('link', { name: /Say what you remember/ }).click();
  await page.getByText('0:02').waitFor();
  await page.getByRole('button', { name: 'Stop and keep' }).click();
  await page.getByText(text).waitFor();
  await page.getByText(/Written down by your contact database/).waitFor();
  await expect.poll(offered).toEqual(['Two kids', 'Beagle']);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'What the note says' }).fill('Three kids.');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByText('As it was heard').click();
  await page.getByText(text).waitFor();
  await expect.poll(offered).toEqual(['Three kids']);
});
