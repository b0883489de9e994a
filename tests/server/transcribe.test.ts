import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { maxNoteLength } from '../../src/domain/limits.ts';
import { deleteAccountPath } from '../../src/protocol/account.ts';
import { healthPath, healthSchema } from '../../src/protocol/session.ts';
import type { TranscribeConfig } from '../../src/server/transcription/transcribe-config.ts';
import { type Answer, heard, type SpeechService, startSpeechService } from '../speech/speech-service.ts';
import {
  accountId,
  type BuiltServer,
  buildTestServer,
  claim,
  joinAsGuest,
  owner,
} from './harness/built-server.ts';
import { hearChanges } from './harness/hear-changes.ts';
import { pullAllOver, syncOver } from './harness/http-device.ts';
import { putFileOver } from './harness/put-file.ts';
import {
  deletionOf,
  recordingEdit,
  recordingId,
  sendRecording,
  soundOf,
  wordsOver,
} from './harness/recordings.ts';
import { signInAgain } from './harness/second-device.ts';

const key = 'a-key-that-nobody-may-read';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function startService(answer: Answer, port?: number): Promise<SpeechService> {
  const service = await startSpeechService(answer, port);
  closing.push(() => service.stop());
  return service;
}

interface Used {
  readonly server: BuiltServer;
  readonly url: string;
  readonly cookie: string;
}

/** A server that sends recordings to an address, with an owner. */
async function serveWith(url: string, more: Partial<TranscribeConfig> = {}): Promise<Used> {
  const server = await buildTestServer({ now: () => new Date(), transcribe: { url, key, ...more } });
  closing.push(async () => {
    await server.close();
    expect(server.logged.join('')).not.toContain('cannot be written down');
  });
  const origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
  return { server, url: origin, cookie: await claim(server) };
}

const queueOf = ({ db }: BuiltServer) => db.selectFrom('transcription').selectAll().execute();

const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000, interval: 30 });

const echo: Answer = ({ hash }) => heard(`words of ${hash}`);

/** A service whose first answer waits until it is released. */
function hold() {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first =
    (answer: Answer): Answer =>
    async (sent, n) => {
      if (n === 0) await released;
      return answer(sent, n);
    };
  return { first, release: () => release() };
}

it('sends the bytes and the settings, and no more; the words are at another device, and no note is touched', async () => {
  const service = await startService(echo);
  const used = await serveWith(service.url, { language: 'es', model: 'large' });
  const phone = await signInAgain(used.server.app);
  const listening = await hearChanges(used, phone);
  const hash = await sendRecording(used, used.cookie, 1);
  await eventually(() => wordsOver(used, phone)).toEqual({ 1: `words of ${hash}` });
  await eventually(() => listening.text).toContain('{"device":"writesdown"}');
  listening.stop();
  expect(service.sent).toEqual([
    {
      authorization: `Bearer ${key}`,
      address: '/v1/audio/transcriptions',
      fields: { model: 'large', language: 'es', response_format: 'json' },
      ...{ fileName: 'recording.webm', type: 'audio/webm', bytes: new Uint8Array(soundOf(1)), hash },
    },
  ]);
  const [row] = await pullAllOver(used, phone);
  expect(Object.entries(row?.stamps ?? {}).filter(([, stamp]) => stamp.endsWith('writesdown'))).toEqual([
    ['heardByServer', expect.anything()],
  ]);
  expect(await used.server.db.selectFrom('history').selectAll().execute()).toEqual([]);
  expect(await queueOf(used.server)).toEqual([]);
  const health = healthSchema.parse(await (await fetch(`${used.url}${healthPath}`)).json());
  expect(health.writesDown).toBe(true);
});

it('says in the stamp of its words that the service was told no language', async () => {
  const service = await startService(echo);
  const used = await serveWith(service.url);
  const hash = await sendRecording(used, used.cookie, 1);
  await eventually(() => wordsOver(used, used.cookie)).toEqual({ 1: `words of ${hash}` });
  const [row] = await pullAllOver(used, used.cookie);
  expect(row?.stamps?.['heardByServer']).toMatch(/writesauto$/);
});

it('begins when both the row and the bytes are there, whichever comes first', async () => {
  const service = await startService(echo);
  const used = await serveWith(service.url);
  await sendRecording(used, used.cookie, 1);
  const bytes = soundOf(2);
  const hash = createHash('sha256').update(bytes).digest('hex');
  await syncOver(used, used.cookie, [recordingEdit(2, hash, bytes.length)]);
  await eventually(async () => (await queueOf(used.server)).map(({ problem }) => problem)).toEqual([
    'no-bytes',
  ]);
  await putFileOver(used, used.cookie, bytes);
  await eventually(() => wordsOver(used, used.cookie)).toMatchObject({ 2: `words of ${hash}` });
  expect(service.sent).toHaveLength(2);
});

it('does not send what has rotted on the disk, and sends what a device brings in its place', async () => {
  const service = await startService(echo);
  const used = await serveWith(service.url);
  const hash = await putFileOver(used, used.cookie, soundOf(1));
  const account = encodeURIComponent(accountId);
  await writeFile(
    join(used.server.filesFolder, account, hash.slice(0, 2), hash),
    'x'.repeat(soundOf(1).length),
  );
  await syncOver(used, used.cookie, [recordingEdit(1, hash, soundOf(1).length)]);
  await eventually(async () => (await queueOf(used.server))[0]?.problem).toBe('no-bytes');
  expect(service.sent).toEqual([]);
  await putFileOver(used, used.cookie, soundOf(1));
  await eventually(() => wordsOver(used, used.cookie)).toEqual({ 1: `words of ${hash}` });
});

const troubles: Readonly<Record<string, Answer>> = {
  'a failure': () => ({ status: 500, body: 'no' }),
  HTML: () => ({ headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Hello</title>' }),
  'JSON without words': () => ({ body: '{"error":"no"}' }),
  'words that are none': () => ({ body: '{"text":{"a":1}}' }),
  nothing: () => ({ body: '' }),
  'five megabytes': () => heard('word '.repeat(1_000_000)),
  'an end without an answer': () => 'reset',
  'no room just now': () => ({ status: 503, body: '' }),
  'wait a little': () => ({ status: 429, headers: { 'retry-after': '5' }, body: '' }),
  'something unheard of': () => ({ status: 418, body: '' }),
};

it('sends again after every kind of trouble, and writes down once what comes then', async () => {
  const answers = Object.entries(troubles);
  const hashes: string[] = [];
  const service = await startService((sent, n) => {
    const [name, trouble] = answers[hashes.indexOf(sent.hash)] ?? [];
    const times = service.sent.filter(({ hash }) => hash === sent.hash).length;
    return times <= 2 && trouble !== undefined ? trouble(sent, n) : heard(`well after ${name}`);
  });
  const used = await serveWith(service.url);
  hashes.push(...answers.map((_, n) => createHash('sha256').update(soundOf(n)).digest('hex')));
  for (const [n] of answers.entries()) await sendRecording(used, used.cookie, n);
  const words = Object.fromEntries(answers.map(([name], n) => [n, `well after ${name}`]));
  await eventually(() => wordsOver(used, used.cookie)).toEqual(words);
  expect(service.sent).toHaveLength(3 * answers.length);
  expect(await queueOf(used.server)).toEqual([]);
  expect(await used.server.db.selectFrom('history').selectAll().execute()).toEqual([]);
  expect(used.server.logged.join('')).not.toMatch(/well after|a-key-that|Hello/);
});

it('sends again what was not answered in time', async () => {
  const service = await startService((_sent, n) => (n === 0 ? new Promise(() => undefined) : heard('late')));
  const used = await serveWith(service.url, { timeoutMs: 200 });
  await sendRecording(used, used.cookie, 1);
  await eventually(() => wordsOver(used, used.cookie)).toEqual({ 1: 'late' });
});

it('waits for a service that is not there, and sends when it is', async () => {
  const first = await startService(echo);
  await first.stop();
  const used = await serveWith(first.url);
  const hash = await sendRecording(used, used.cookie, 1);
  await eventually(async () => (await queueOf(used.server))[0]?.problem).toBe('unreachable');
  const service = await startService(echo, Number(new URL(first.url).port));
  await eventually(() => wordsOver(used, used.cookie)).toEqual({ 1: `words of ${hash}` });
  expect(service.sent).toHaveLength(1);
});

it('keeps what is refused, with its reason, and goes on', async () => {
  const statuses = [400, 413, 415, 422];
  const service = await startService((sent, n) => {
    const status = statuses[n];
    return status === undefined ? echo(sent, n) : { status, body: 'too much' };
  });
  const used = await serveWith(service.url);
  for (let n = 0; n <= statuses.length; n += 1) await sendRecording(used, used.cookie, n);
  await eventually(async () =>
    Object.values(await wordsOver(used, used.cookie)).filter(Boolean),
  ).toHaveLength(1);
  const problems = (await queueOf(used.server)).map(({ problem }) => problem);
  expect(problems.sort()).toEqual(statuses.map((status) => `refused ${status}`));
  expect(service.sent).toHaveLength(statuses.length + 1);
});

it('stops sending where nobody is let in, says so once, and never says the key', async () => {
  const service = await startService(() => ({ status: 401, body: `your key ${key} is wrong` }));
  const used = await serveWith(service.url);
  await sendRecording(used, used.cookie, 1);
  await sendRecording(used, used.cookie, 2);
  await eventually(() => used.server.logged.join('')).toContain('TRANSCRIBE_');
  await pause(300);
  expect(service.sent).toHaveLength(1);
  expect(await queueOf(used.server)).toHaveLength(2);
  expect(used.server.logged.filter((line) => line.includes('TRANSCRIBE_'))).toHaveLength(1);
  expect(used.server.logged.join('')).not.toContain(key);
});

it('sends nothing more until a service that is busy wants it', async () => {
  const day = 86_400;
  const service = await startService(() => ({
    status: 429,
    headers: { 'retry-after': String(day) },
    body: '',
  }));
  const used = await serveWith(service.url);
  for (const n of [1, 2, 3]) await sendRecording(used, used.cookie, n);
  await eventually(() => service.sent.length).toBe(1);
  await pause(500);
  expect(service.sent).toHaveLength(1);
  expect(await queueOf(used.server)).toHaveLength(3);
});

it('follows no redirect, to which the key would go along', async () => {
  const other = await startService(echo);
  const location = other.url.replace('127.0.0.1', 'localhost');
  const service = await startService(() => ({ status: 307, headers: { location }, body: '' }));
  const used = await serveWith(service.url);
  await sendRecording(used, used.cookie, 1);
  await eventually(async () => (await queueOf(used.server))[0]?.problem).toBe('misdirected');
  expect(other.sent).toEqual([]);
});

it('keeps no more words than a field holds, and none of what no database keeps', async () => {
  const long = `${'word '.repeat(50_000)}end`;
  const texts = ['  two\0 kids \ud83d ', long, '', ' [BLANK_AUDIO] '];
  const service = await startService((_sent, n) => heard(texts[n] ?? ''));
  const used = await serveWith(service.url);
  for (const [n] of texts.entries()) {
    await sendRecording(used, used.cookie, n);
    await eventually(async () => (await wordsOver(used, used.cookie))[n]).toBeTypeOf('string');
  }
  const words = await wordsOver(used, used.cookie);
  expect(words[0]).toBe('two kids \ufffd');
  expect(String(words[1]).length).toBeLessThanOrEqual(maxNoteLength);
  expect(words[1]).toMatch(/^(word )+word$/);
  expect([words[2], words[3]]).toEqual(['', '']);
});

it('does not send what was deleted, and drops what is heard of it', async () => {
  const { first: held, release } = hold();
  const service = await startService(held(echo));
  const used = await serveWith(service.url);
  const first = await sendRecording(used, used.cookie, 1);
  await eventually(() => service.sent.length).toBe(1);
  for (const n of [2, 3]) await sendRecording(used, used.cookie, n);
  const rows = await pullAllOver(used, used.cookie);
  const deleted = rows.filter(({ id }) => [recordingId(1), recordingId(2)].includes(id));
  await syncOver(used, used.cookie, deleted.map(deletionOf));
  release();
  await eventually(async () => (await wordsOver(used, used.cookie))[3]).toMatch(/^words of /);
  expect(await wordsOver(used, used.cookie)).toMatchObject({ 1: null, 2: null });
  expect(service.sent.map(({ hash }) => hash)).toEqual([first, expect.not.stringContaining(first)]);
  expect(service.sent).toHaveLength(2);
  const views = await used.server.db.selectFrom('row').select('id').where('deleted', '=', 0).execute();
  expect(views).toEqual([{ id: recordingId(3) }]);
  expect(await queueOf(used.server)).toEqual([]);
});

it('S-12 a deletion holds by whoever had not seen what the server heard meanwhile', async () => {
  const service = await startService(echo);
  const used = await serveWith(service.url);
  const hash = await putFileOver(used, used.cookie, soundOf(1));
  await syncOver(used, used.cookie, [recordingEdit(1, hash, soundOf(1).length)]);
  const [seen] = await pullAllOver(used, used.cookie);
  await eventually(() => wordsOver(used, used.cookie)).toEqual({ 1: `words of ${hash}` });
  if (seen === undefined) throw new Error('There is no recording');
  const stamps = Object.fromEntries(
    Object.entries(seen.stamps).filter(([field]) => field !== 'heardByServer'),
  );
  await syncOver(used, used.cookie, [deletionOf({ ...seen, stamps })]);
  const rows = used.server.db.selectFrom('row').select('deleted');
  expect(await rows.execute()).toEqual([{ deleted: 1 }]);
});

it('does not send what belongs to somebody who was deleted', async () => {
  const service = await startService(echo);
  const used = await serveWith(service.url);
  const person = {
    ...recordingEdit(9, '0'.repeat(64), 1),
    table: 'person',
    values: { name: 'Dana' },
  } as const;
  await syncOver(used, used.cookie, [person]);
  const [row] = await pullAllOver(used, used.cookie);
  if (row === undefined) throw new Error('There is nobody');
  await syncOver(used, used.cookie, [deletionOf(row)]);
  const hash = await putFileOver(used, used.cookie, soundOf(1));
  await syncOver(used, used.cookie, [recordingEdit(1, hash, soundOf(1).length, { person: recordingId(9) })]);
  await eventually(async () => (await queueOf(used.server))[0]?.problem).toBe('hidden');
  expect(service.sent).toEqual([]);
});

it('sends nothing of a deleted account, and drops what is heard of it', async () => {
  const { first: held, release } = hold();
  const service = await startService(held(echo));
  const used = await serveWith(service.url);
  await sendRecording(used, used.cookie, 1);
  await eventually(() => service.sent.length).toBe(1);
  await sendRecording(used, used.cookie, 2);
  const proof = { kind: 'password', password: owner.password };
  const answer = await fetch(`${used.url}${deleteAccountPath}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: used.cookie },
    body: JSON.stringify({ proof, leavesOthers: false }),
  });
  expect([answer.status, await answer.text()]).toEqual([204, '']);
  expect(await queueOf(used.server)).toEqual([]);
  release();
  await pause(300);
  expect(service.sent).toHaveLength(1);
  expect(await used.server.db.selectFrom('row').selectAll().execute()).toEqual([]);
});

it('lets no account wait for the recordings of another one, whether they go well or not', async () => {
  const { first, release } = hold();
  let mine = '';
  const answer: Answer = ({ hash }, n) =>
    hash === mine ? heard('mine') : n % 2 === 0 ? { status: 500, body: '' } : heard('theirs');
  const service = await startService(first(answer));
  const used = await serveWith(service.url);
  const guest = await joinAsGuest(used.server);
  for (let n = 1; n <= 20; n += 1) await sendRecording(used, used.cookie, n);
  mine = await sendRecording(used, guest.cookie, 50);
  release();
  await eventually(() => wordsOver(used, guest.cookie)).toEqual({ 50: 'mine' });
  expect(service.sent.findIndex(({ hash }) => hash === mine)).toBe(1);
});
