import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { type FakeCamera, fakeCamera } from './harness/fake-camera.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { drawPhotograph } from './harness/photograph.ts';
import { type ServerHere, serveHere } from './harness/serve-here.ts';

const joergsCard = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:Müller;Jörg;;;',
  'FN:Jörg Müller',
  'ORG:Bäckerei Müller',
  'TEL;TYPE=CELL:+1 231 555 0142',
  'EMAIL:joerg@example.com',
  'END:VCARD',
].join('\r\n');

const danasCard = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Dana Ruiz\r\nTEL:+1 231 555 0145\r\nEND:VCARD';

/** In the page: what the camera gave. */
declare const lent: MediaStream[];

let folder: string;
let server: ServerHere;
let camera: FakeCamera;
let phone: LaunchedBrowser;
let page: Page;

/** From here on there is no signal, and nothing that scans has ever been opened. */
beforeAll(async () => {
  server = await serveHere();
  folder = await mkdtemp(join(tmpdir(), 'justmet-scan-'));
  camera = await fakeCamera(folder);
  await open(() => appPages(page).waitUntilOffline());
  await server.stop();
  await phone.context.setOffline(true);
});

/** The browser on its profile, and the app in it; offline, unless there is something to wait `until`. */
async function open(until?: () => Promise<void>): Promise<void> {
  phone = await launchBrowser(join(folder, 'profile'), {
    isWhole: true,
    offline: until === undefined,
    args: [...camera.args],
  });
  ({ page } = phone);
  await page.addInitScript(() => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    const streams: MediaStream[] = [];
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      streams.push(stream);
      return stream;
    };
    Object.assign(globalThis, { lent: streams });
  });
  await page.goto(server.url);
  await until?.();
}
afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

const allow = () => phone.context.grantPermissions(['camera'], { origin: server.url });
const scan = () => page.getByRole('button', { name: 'Scan QR' }).click();
const sheet = () => page.getByRole('dialog', { name: 'Scan a code' });
/** Is the camera's light on? */
const isCameraOn = () => page.evaluate(() => lent.some((stream) => stream.active));

test('on the first day without signal, a code is looked at, and the person is saved without a tap', async () => {
  await allow();
  // Where everybody is met now, and somebody whose number is seen again below.
  await appPages(page).meet({ name: 'Ann Otter', phone: '231 555 0177', where: 'Chamber mixer' });
  await camera.show(joergsCard);
  await scan();
  await page.getByRole('heading', { name: 'Jörg is saved' }).waitFor();
  expect(await isCameraOn()).toBe(false);
  // Said is on disk: the battery ends here.
  await phone.killBrowser();
  await open();
  const app = appPages(page);
  expect(await app.field('Name').inputValue()).toBe('');
  await app.room('People').click();
  await page.getByRole('link', { name: /Jörg Müller/ }).click();
  await expect.poll(() => app.field('Name').inputValue()).toBe('Jörg Müller');
  const phoneLine = page.getByRole('textbox', { name: /^Phone, / });
  expect(await phoneLine.inputValue()).toBe('+1 231 555 0142');
  expect(await app.field('Email').inputValue()).toBe('joerg@example.com');
  expect(await app.field('Company').inputValue()).toBe('Bäckerei Müller');
  expect(await app.field('Where you met').inputValue()).toBe('Chamber mixer');
  await app.room('Capture').click();
});

test('whoever was saved by a code goes back into the tag, and nothing of them is lost', async () => {
  const app = appPages(page);
  await allow();
  await camera.show('MECARD:N:Vega,Luis;TEL:2315550143;NOTE:two kids;;');
  await scan();
  await page.getByRole('heading', { name: 'Luis is saved' }).waitFor();
  await page.getByText('Saved from the code.').waitFor();
  // It is for this room alone.
  await page.getByRole('link', { name: /Open Luis’s page/ }).click();
  await page.waitForURL('**/people/*');
  expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  await page.goBack();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => app.field('Name').inputValue()).toBe('Luis Vega');
  expect(await app.field('Phone').inputValue()).toBe('2315550143');
  expect(await app.field('Note').inputValue()).toBe('two kids');
  expect(await app.field('Where you met').inputValue()).toBe('Chamber mixer');
  await app.room('People').click();
  await page.getByRole('link', { name: /Jörg Müller/ }).waitFor();
  expect(await page.getByRole('link', { name: /Luis Vega/ }).count()).toBe(0);
  await app.room('Capture').click();
  // What was tagged again is one person, and not two.
  await app.save();
  await app.room('People').click();
  await page.getByRole('link', { name: /Luis Vega/ }).waitFor();
  expect(await page.getByRole('link', { name: /Luis Vega/ }).count()).toBe(1);
  await app.room('Capture').click();
});

test('somebody who is known by their number, or a tag that holds a word, is for the agent to look at', async () => {
  const app = appPages(page);
  const isNobodySaved = async () =>
    expect(await page.getByRole('heading', { name: /is saved/ }).count()).toBe(0);
  await allow();
  await camera.show('MECARD:N:Otter,Annabel;TEL:+12315550177;;');
  await scan();
  await page.getByText('Filled in from the code.').waitFor();
  await isNobodySaved();
  await page
    .getByRole('region', { name: 'Seen before' })
    .getByText('Ann Otter has this number too.')
    .waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => app.field('Name').inputValue()).toBe('');
  await app.fillTag({ company: 'Otter Boats' });
  await camera.show('MECARD:N:Okafor,Sam;TEL:2315550144;;');
  await scan();
  await expect.poll(() => app.field('Name').inputValue()).toBe('Sam Okafor');
  await isNobodySaved();
  expect(await app.field('Company').inputValue()).toBe('Otter Boats');
  await app.save();
  await page.getByRole('button', { name: 'Meet someone else' }).click();
});

test('a code that is for no person says so, and the next one is read', async () => {
  const app = appPages(page);
  await allow();
  await camera.show('WIFI:S:Corner Café;T:WPA;P:secret;;');
  await scan();
  await page.getByText('This code is for a Wi-Fi network, not for a person.').waitFor();
  expect(await isCameraOn()).toBe(true);
  await page.keyboard.press('Escape');
  await sheet().waitFor({ state: 'detached' });
  expect(await isCameraOn()).toBe(false);
  await camera.show(`${server.url}/join-phone#secret`);
  await scan();
  await page.getByText('This code adds a phone: open it in Settings.').waitFor();
  await sheet().getByRole('button', { name: 'Close' }).click();
  expect(await app.field('Name').inputValue()).toBe('');
  // Nobody can be reached by a name alone.
  await camera.show('MECARD:N:Ruiz,Dana;;');
  await scan();
  await expect.poll(() => app.field('Name').inputValue()).toBe('Dana Ruiz');
  expect(await page.getByRole('heading', { name: /is saved/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => app.field('Name').inputValue()).toBe('');
});

test('without the camera a picture of the code will do, and what was typed stays', async () => {
  const app = appPages(page);
  await phone.context.clearPermissions();
  await app.fillTag({ name: 'Luis' });
  await scan();
  await page.getByText('The camera is off for this app').waitFor();
  const picture = page.getByLabel('A picture of the code');
  await picture.setInputFiles(await drawPhotograph(page, []));
  await page.getByText('There is no code in this picture.').waitFor();
  await picture.setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('nothing') });
  await page.getByText('This phone cannot open that picture.').waitFor();
  await picture.setInputFiles(await drawPhotograph(page, ['geo:44.7,-85.6', danasCard]));
  await expect.poll(() => app.field('Phone').inputValue()).toBe('+1 231 555 0145');
  expect(await app.field('Name').inputValue()).toBe('Luis');
  expect(await app.field('Note').inputValue()).toBe('Dana Ruiz');
  await app.save();
  await page.getByRole('button', { name: 'Meet someone else' }).click();
  // Who is in a picture may have been met another day: also into an empty tag, for a look first.
  await scan();
  await picture.setInputFiles(await drawPhotograph(page, [danasCard.replace('0145', '0146')]));
  await expect.poll(() => app.field('Phone').inputValue()).toBe('+1 231 555 0146');
  expect(await page.getByRole('heading', { name: /is saved/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
});

test('the shortcut of the installed app opens with the camera, once, and plain words go into the line', async () => {
  await allow();
  await camera.show('Ann Otter, two kids');
  await page.goto(`${server.url}/?way=scan`);
  const line = appPages(page).field('Everything in one line');
  await expect.poll(() => line.inputValue()).toBe('Ann Otter, two kids');
  expect(new URL(page.url()).search).toBe('');
  await page.reload();
  await expect.poll(() => line.inputValue()).toBe('Ann Otter, two kids');
  expect(await sheet().count()).toBe(0);
});
