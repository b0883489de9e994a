import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { healthPath } from '../../src/protocol/session.ts';
import { databasePath } from '../../src/server/config.ts';
import { type StartedPostgres, startPostgres } from '../postgres/start-postgres.ts';
import { phrases, speak, startRecogniser } from '../speech/recogniser.ts';
import { type Answer, heard, type SpeechService, startSpeechService } from '../speech/speech-service.ts';
import { makeAppFolder } from './harness/built-server.ts';
import { claimOver, signInOver, syncOver } from './harness/http-device.ts';
import { sendRecording, wordsOver } from './harness/recordings.ts';
import { type RunningServer, runServer, runToEnd, type ServerFolders } from './harness/run-server.ts';

const recordings = 10;
const secret = 'of both processes, and long enough for them';

let folder: string;
let folders: ServerFolders;
let postgres: StartedPostgres;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  postgres = await startPostgres({ isDurable: false });
});
afterAll(() => postgres?.stop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'justmet-transcribe-'));
  folders = { dataFolder: join(folder, 'data'), appFolder: await makeAppFolder(folder) };
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await rm(folder, { recursive: true, force: true });
});

async function start(env: NodeJS.ProcessEnv = {}, data = folders): Promise<RunningServer> {
  const running = await runServer(data, { env });
  closing.push(() => running.end('SIGKILL'));
  return running;
}

async function startService(service: Promise<SpeechService>): Promise<SpeechService> {
  const started = await service;
  closing.push(() => started.stop());
  return started;
}

/** It takes its time: a server is ended while it waits. */
const slowly =
  (ms: number): Answer =>
  async ({ hash }) => {
    await pause(ms);
    return heard(`words of ${hash}`);
  };

const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 30_000, interval: 30 });

const query = (text: string) => {
  const database = new DatabaseSync(databasePath(folders), { readOnly: true });
  const rows: unknown[] = database.prepare(text).all();
  database.close();
  return rows;
};

it('sends nothing where nothing is set; once it is, a recogniser hears what was said before', async () => {
  const service = await startService(startRecogniser());
  const silent = await start();
  const cookie = await claimOver(silent, silent.claimToken);
  for (const [n, phrase] of phrases.entries()) await sendRecording(silent, cookie, n, await speak(phrase));
  expect(await (await fetch(`${silent.url}${healthPath}`)).json()).toMatchObject({ writesDown: false });
  expect(await silent.end('SIGTERM')).toBe(0);
  expect(service.sent).toEqual([]);
  // As if they had come before there was a queue.
  const database = new DatabaseSync(databasePath(folders));
  database.exec(`delete from transcription where row_id like '%0'`);
  database.close();

  const running = await start({ TRANSCRIBE_URL: service.url.replace('/audio/transcriptions', '') });
  const phone = await signInOver(running);
  await eventually(() => wordsOver(running, phone)).toEqual({ ...phrases });
  expect(service.sent.map(({ fields }) => fields['model'])).toEqual(phrases.map(() => 'whisper-1'));
  const metrics = await (await fetch(`${running.url}/metrics`)).text();
  expect(metrics).toContain(`justmet_recordings_total{outcome="heard"} ${phrases.length}`);
  expect(metrics).toContain('justmet_recordings_waiting 0');
  const doctor = await runToEnd('doctor', [], folders, { TRANSCRIBE_URL: service.url });
  expect(doctor.stdout).toContain('0 recordings wait to be written down.');
  expect(await running.end('SIGTERM')).toBe(0);
});

it('killed again and again in mid-queue, writes each recording down once', async () => {
  const service = await startService(startSpeechService(slowly(120)));
  const env = { TRANSCRIBE_URL: service.url };
  let running = await start();
  const cookie = await claimOver(running, running.claimToken);
  const words: Record<number, string> = {};
  for (let n = 0; n < recordings; n += 1) words[n] = `words of ${await sendRecording(running, cookie, n)}`;
  for (const ms of [40, 250, 400]) {
    await running.end('SIGKILL');
    const before = service.sent.length;
    running = await start(env);
    await eventually(() => service.sent.length).toBeGreaterThan(before);
    await pause(ms);
  }
  await running.end('SIGKILL');
  running = await start(env);
  await eventually(() => wordsOver(running, cookie)).toEqual(words);
  expect(await running.end('SIGTERM')).toBe(0);
  // Each once: nothing was overwritten, no number was given twice, and nothing is left to do.
  expect(query('select * from history')).toEqual([]);
  expect(query('select seq from account')).toEqual([{ seq: 2 * recordings }]);
  expect(query('select * from transcription')).toEqual([]);
  // What was on its way at a kill went again; all else once.
  expect(service.sent.length).toBeLessThanOrEqual(recordings + 4);
});

it('ends cleanly while a service takes its time, and sends the recording again after the next start', async () => {
  let ms = 60_000;
  const service = await startService(startSpeechService((sent, n) => slowly(ms)(sent, n)));
  const env = {
    TRANSCRIBE_URL: service.url,
    TRANSCRIBE_KEY: 'a-key-that-nobody-may-read',
    JUSTMET_LOG: 'debug',
  };
  const running = await start(env);
  const cookie = await claimOver(running, running.claimToken);
  const hash = await sendRecording(running, cookie, 0);
  await eventually(() => service.sent.length).toBe(1);
  expect(await running.end('SIGTERM')).toBe(0);
  expect(query('select claimed_by, attempts, next_at <= 9e12 as due from transcription')).toEqual([
    { claimed_by: null, attempts: 0, due: 1 },
  ]);
  expect(running.logged()).not.toMatch(/a-key-that|the sound of/);
  ms = 0;
  const again = await start(env);
  await eventually(() => wordsOver(again, cookie)).toEqual({ 0: `words of ${hash}` });
});

it('two processes on one PostgreSQL send each recording once', async () => {
  const service = await startService(startSpeechService(slowly(60)));
  const DATABASE_URL = await postgres.createDatabase();
  const env = { DATABASE_URL, JUSTMET_SECRET: secret, TRANSCRIBE_URL: service.url, TRANSCRIBE_AT_ONCE: '2' };
  // One place for files, as both need it.
  const one = await start(env);
  const other = await start(env);
  const cookie = await claimOver(one, other.claimToken);
  const words: Record<number, string> = {};
  const send = async (n: number) => {
    words[n] = `words of ${await sendRecording(n % 2 === 0 ? one : other, cookie, n)}`;
  };
  await Promise.all(Array.from({ length: 2 * recordings }, (_, n) => send(n)));
  await eventually(() => wordsOver(other, cookie)).toEqual(words);
  expect(new Set(service.sent.map(({ hash }) => hash)).size).toBe(2 * recordings);
  expect(service.sent).toHaveLength(2 * recordings);
  expect(await postgres.query(DATABASE_URL, 'select * from transcription')).toEqual([]);
  expect(await postgres.query(DATABASE_URL, 'select * from history')).toEqual([]);
  expect((await syncOver(one, cookie, [])).rows).toHaveLength(2 * recordings);
  const counts = await Promise.all(
    [one, other].map(async ({ url }) => {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      return Number(/justmet_recordings_total\{outcome="heard"\} (\d+)/.exec(metrics)?.[1] ?? 0);
    }),
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2 * recordings);
});

it('doctor sends no recording, and says what it finds', async () => {
  const running = await start();
  await sendRecording(running, await claimOver(running, running.claimToken), 0);
  await running.end('SIGTERM');
  let status = 400;
  const service = await startService(startSpeechService(() => ({ status, body: 'a secret of theirs' })));
  const examine = async (given: number) => {
    status = given;
    const env = { TRANSCRIBE_URL: service.url, TRANSCRIBE_KEY: 'a-key-that-nobody-may-read' };
    const { code, stdout, stderr } = await runToEnd('doctor', [], folders, env);
    expect(stdout).toContain('1 recordings wait to be written down.');
    expect(stdout + stderr).not.toMatch(/a-key-that|secret of theirs/);
    return `${code} ${/^.*(?:TRANSCRIBE_|who|service that).*$/m.exec(stdout)?.[0]}`;
  };
  expect(await examine(400)).toBe('0 good   The service that writes recordings down answers.');
  expect(await examine(401)).toMatch(/^1 wrong {2}.*lets nobody in \(401\); look at TRANSCRIBE_KEY/);
  expect(await examine(404)).toMatch(/^1 wrong {2}There is no such service at TRANSCRIBE_URL/);
  expect(await examine(308)).toMatch(/^1 wrong {2}There is no such service at TRANSCRIBE_URL/);
  expect(service.sent.every(({ bytes, fileName }) => bytes.length === 0 && fileName === '')).toBe(true);
  await service.stop();
  expect(await examine(0)).toMatch(/^1 wrong {2}The service at TRANSCRIBE_URL does not answer; start it/);
});
