import { mkdtemp, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { speechModelCache } from '../../src/app/boot/speech/piece-store.ts';
import { speechPartsCache } from '../../src/device/speech-parts.ts';
import { appPages } from './harness/app-pages.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { makeWav, recordTone } from './harness/make-recordings.ts';
import { writeDown } from './harness/speech-page.ts';
import { type RunningServer, startServer } from './harness/start-server.ts';
import { makeTinyWhisper } from './harness/tiny-whisper/make-tiny-whisper.ts';
import { heardText, silentText } from './harness/tiny-whisper/tiny-tokens.ts';

const weight = 8_000_000;
/** Slow enough to be broken off, bytes a second. */
const slow = 1_000_000;

let server: RunningServer;
let phone: LaunchedBrowser;
let page: Page;
let modelFolder: string;
const decoder = () => join(modelFolder, 'onnx/decoder_model_merged.onnx');
const writtenAt = new Date('2026-01-02T03:04:05Z');
const asked: { readonly path: string; readonly range: string | undefined }[] = [];

const wav = (loudness: number, seconds = 2) => ({
  base64: makeWav(seconds, loudness).toString('base64'),
  type: 'audio/wav',
});
const section = () => page.getByRole('region', { name: 'Writing down on this phone' });
const button = (name: RegExp | string) => section().getByRole('button', { name });
const progress = () => section().getByRole('progressbar', { name: 'Fetching what writes down' });
const written = (text: string) => ({ kind: 'written', text });

beforeAll(async () => {
  server = await startServer();
  modelFolder = join(server.dataFolder, 'models', 'tiny');
  phone = await launchBrowser(join(await mkdtemp(join(tmpdir(), 'justmet-speech-')), 'profile'), {
    // A test's page is touched by nobody.
    args: ['--autoplay-policy=no-user-gesture-required'],
  });
  ({ page } = phone);
  phone.context.on('request', (request) => {
    asked.push({ path: new URL(request.url()).pathname, range: request.headers()['range'] });
  });
  await page.goto(server.url);
  await appPages(page).waitUntilOffline();
  // Its first page is not the service worker's yet.
  await page.reload();
});
afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

async function openSettings(url = server.url) {
  await page.goto(`${url}/settings`);
  await section().waitFor();
}

/** It lasts as long as its session. */
async function slowDown() {
  const session = await phone.context.newCDPSession(page);
  await session.send('Network.enable');
  const conditions = { offline: false, latency: 0, uploadThroughput: -1, downloadThroughput: slow };
  await session.send('Network.emulateNetworkConditions', conditions);
  return () => session.detach();
}

test('where the contact database has no model, it is said, and a recording is written down later', async () => {
  await openSettings();
  await section().getByText('Your contact database has nothing for it').waitFor();
  expect((await writeDown(page, wav(0.5))).words).toEqual({ kind: 'later', why: 'no-model' });
  expect(asked.filter(({ path }) => /^\/engines\/(ort|words)\//.test(path))).toEqual([]);
});

test('a model comes with its progress, goes on after the server was killed, and not from the beginning', async () => {
  await makeTinyWhisper(modelFolder, weight);
  await utimes(decoder(), writtenAt, writtenAt);
  await openSettings();
  const speedUp = await slowDown();
  await button(/^Fetch it \(12 MB\)$/).click();
  await expect
    .poll(async () => Number(await progress().getAttribute('value')), { timeout: 30_000 })
    .toBeGreaterThan(0.4);
  await server.kill();
  await section().getByText('The signal went. What is here stays; go on when you like').waitFor();
  expect((await writeDown(page, wav(0.5))).words).toEqual({ kind: 'later', why: 'no-model' });
  await server.restart();
  asked.length = 0;
  await speedUp();
  await button(/^Go on fetching/).click();
  await section().getByText('What you say is written down on this phone').waitFor();
  const [encoder] = asked.filter(({ path }) => path.endsWith('encoder_model.onnx'));
  expect(Number(/^bytes=(\d+)-$/.exec(encoder?.range ?? '')?.[1])).toBeGreaterThan(1_000_000);
  // What was whole is not asked for again.
  expect(asked.filter(({ path }) => path.endsWith('.json')).map(({ path }) => path)).toEqual([
    '/engines/speech/index.json',
  ]);
});

test('without server and network, recordings are written down by the real engine', async () => {
  await server.stop();
  await phone.context.setOffline(true);
  await page.reload();
  // Longer than it hears at once, and in a language that it has to hear itself.
  const long = await writeDown(page, wav(0.5, 40));
  expect(long.words).toMatchObject({ kind: 'written', text: expect.stringContaining(heardText) });
  expect(long.told.some((done) => done > 0 && done < 1)).toBe(true);
  expect(long.told.at(-1)).toBe(1);
  expect((await writeDown(page, wav(0), { language: 'es' })).words).toEqual(written(silentText));
  for (const type of ['audio/webm', 'audio/mp4']) {
    const base64 = await recordTone(page, type);
    expect((await writeDown(page, { base64, type }, { language: 'en' })).words).toEqual(written(heardText));
  }
});

test('what is no recording, and what is cancelled, loses nothing', async () => {
  const nonsense = { base64: Buffer.from('no sound').toString('base64'), type: 'audio/webm' };
  expect((await writeDown(page, nonsense)).words).toEqual({ kind: 'later', why: 'unreadable' });
  expect((await writeDown(page, wav(0.5, 40), { isCancelled: true })).words).toEqual({ kind: 'cancelled' });
});

test('a worker that dies while it writes ends in later, and the next recording is written down', async () => {
  page.once('worker', (worker) => {
    const die = () =>
      void setTimeout(() => {
        throw new Error('Killed by the test');
      });
    void worker.evaluate(die).catch(() => undefined);
  });
  expect((await writeDown(page, wav(0.5))).words).toEqual({ kind: 'later', why: 'crashed' });
  expect((await writeDown(page, wav(0.5))).words).toEqual(written(heardText));
});

test('little memory is said before anything is loaded', async () => {
  await page.evaluate(() =>
    Object.defineProperty(navigator, 'deviceMemory', { value: 0.25, configurable: true }),
  );
  expect((await writeDown(page, wav(0.5))).words).toEqual({ kind: 'later', why: 'little-memory' });
  await phone.context.setOffline(false);
  await server.restart();
});

test('removed, it is gone and its room is free; fetching can be cancelled and gone on with', async () => {
  await openSettings();
  await button('Remove it').click();
  await button(/^Fetch it/).waitFor();
  expect(await page.evaluate(() => caches.keys())).not.toContain(speechModelCache);
  expect(await page.evaluate(() => caches.keys())).not.toContain(speechPartsCache);
  const speedUp = await slowDown();
  await button(/^Fetch it/).click();
  await expect.poll(async () => Number(await progress().getAttribute('value'))).toBeGreaterThan(0.3);
  // It goes on while another room is looked at.
  await appPages(page).room('People').click();
  await appPages(page).room('Settings').click();
  await progress().waitFor();
  await button('Cancel').click();
  await section().getByText('Not all of it is here yet').waitFor();
  await speedUp();
});

test('a model comes from another machine, where the contact database names one', async () => {
  const other = await startServer({ env: { SPEECH_MODELS_URL: `${server.url}/engines/speech` } });
  try {
    await page.goto(other.url);
    await appPages(page).waitUntilOffline();
    await openSettings(other.url);
    await button(/^Fetch it/).click();
    await section().getByText('What you say is written down on this phone').waitFor();
    expect((await writeDown(page, wav(0.5), { language: 'en' })).words).toEqual(written(heardText));
  } finally {
    await other.stop();
  }
});

test('a file that is not what was listed is noticed, and nothing of it is used', async () => {
  // Its size and time say that nothing changed: the server has its hash already.
  await writeFile(decoder(), Buffer.alloc((await stat(decoder())).size, 1));
  await utimes(decoder(), writtenAt, writtenAt);
  await openSettings();
  await button(/^Go on fetching/).click();
  await section().getByText('What came was damaged, and was thrown away. Try again').waitFor();
  expect((await writeDown(page, wav(0.5))).words).toEqual({ kind: 'later', why: 'no-model' });
});

test('a model that crashes the engine ends in later', async () => {
  await writeFile(decoder(), 'no model at all');
  await openSettings();
  await button(/^Go on fetching/).click();
  await section().getByText('What you say is written down on this phone').waitFor();
  expect((await writeDown(page, wav(0.5))).words).toEqual({ kind: 'later', why: 'crashed' });
});
