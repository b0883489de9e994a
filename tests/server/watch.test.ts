import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Edit } from '../../src/domain/row.ts';
import { claimPath, sessionPath } from '../../src/protocol/session.ts';
import { syncPath } from '../../src/protocol/sync.ts';
import { makeAppFolder, owner } from './harness/built-server.ts';
import { claimOver, nthEdit, pullAllOver, syncOver } from './harness/http-device.ts';
import { putFileOver } from './harness/put-file.ts';
import { runServer, type ServerFolders } from './harness/run-server.ts';

const metricsToken = 'a-token-that-nobody-guesses';

let folder: string;
let folders: ServerFolders;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'justmet-watch-'));
  folders = { dataFolder: join(folder, 'data'), appFolder: await makeAppFolder(folder) };
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it('logs and counts what a busy server does, and nothing of what was sent', async () => {
  const running = await runServer(folders, { env: { JUSTMET_LOG: 'debug' } });
  const cookie = await claimOver(running, running.claimToken);
  const secrets = {
    name: 'Quintessa Marblewood',
    phone: '+12135550177',
    email: 'quintessa@marblewood.example',
    note: 'allergic to shellfish',
    query: 'whisper=pomegranate',
  };
  const person: Edit = {
    ...nthEdit('devicezero', 0, 0),
    values: {
      name: secrets.name,
      'phone/k3j9x0a1': { typed: secrets.phone, e164: secrets.phone },
      'email/k3j9x0a2': { typed: secrets.email },
    },
  };
  const note: Edit = {
    ...nthEdit('devicezero', 1, 0),
    table: 'note',
    values: { person: person.id, text: secrets.note, writtenAt: '2026-11-25T18:00:00.000Z' },
  };
  const answer = await syncOver(running, cookie, [person, note]);
  expect(answer.refused).toEqual([]);
  const hash = await putFileOver(running, cookie, randomBytes(5_000));
  const post = (path: string, body: string, more: Record<string, string> = {}) =>
    fetch(`${running.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, ...more },
      body,
    });
  await post(syncPath, `{"edits":[{"name":"${secrets.name}"`);
  await post(syncPath, JSON.stringify({ protocol: 1, account: secrets.name, edits: secrets.note }));
  await post(`${syncPath}?${secrets.query}`, '{}', { origin: `https://${secrets.email.slice(10)}` });
  await post(sessionPath, JSON.stringify({ email: secrets.email, password: secrets.note }));
  await post(
    claimPath,
    JSON.stringify({
      token: secrets.query,
      name: secrets.name,
      email: secrets.email,
      password: 'x'.repeat(20),
    }),
  );
  await fetch(`${running.url}/people/${encodeURIComponent(secrets.name)}?${secrets.query}`);
  await fetch(`${running.url}/api/${encodeURIComponent(secrets.email)}`, { headers: { cookie } });
  // Something that really fails: the files folder goes, and a file is sent.
  await rm(join(folders.dataFolder, 'files'), { recursive: true });
  await expect(putFileOver(running, cookie, Buffer.from(secrets.note))).rejects.toThrow('503');
  const metrics = await (await fetch(`${running.url}/metrics`)).text();
  await running.end('SIGTERM');

  const logged = running.logged();
  const lines = logged
    .split('\n')
    .filter(Boolean)
    .map((line): Record<string, unknown> => JSON.parse(line));
  expect(lines).toContainEqual(
    expect.objectContaining({ method: 'POST', route: syncPath, status: 200, level: 30 }),
  );
  expect(lines).toContainEqual(expect.objectContaining({ msg: 'A request failed', level: 50 }));
  expect(metrics).toContain(`justmet_request_seconds_count{method="POST",route="${syncPath}",status="200"}`);
  expect(metrics).toMatch(/justmet_disk_free_bytes \d+/);
  const cookieValues = cookie.split('; ').map((one) => one.slice(one.indexOf('=') + 1));
  const sent = [
    ...Object.values(secrets),
    ...Object.values(owner),
    ...cookieValues,
    person.id,
    hash,
    running.claimToken,
  ];
  for (const text of sent) {
    for (const spelling of [String(text), encodeURIComponent(String(text))]) {
      expect(logged).not.toContain(spelling);
      expect(metrics).not.toContain(spelling);
    }
  }
  for (const word of ['Quintessa', 'shellfish', 'pomegranate', 'marblewood', '5550177']) {
    expect(logged).not.toContain(word);
    expect(metrics).not.toContain(word);
  }
});

it('shows metrics to this machine and to who holds the token, not to who comes through a proxy', async () => {
  const running = await runServer(folders, { env: { HOST: '0.0.0.0', JUSTMET_METRICS_TOKEN: metricsToken } });
  const ask = async (url: string, headers: Record<string, string> = {}) =>
    (await fetch(`${url}/metrics`, { headers })).status;
  expect(await ask(running.url)).toBe(200);
  for (const header of ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']) {
    expect(await ask(running.url, { [header]: '127.0.0.1' })).toBe(404);
  }
  const proxied = { 'x-forwarded-for': '203.0.113.9' };
  expect(await ask(running.url, { ...proxied, authorization: `Bearer ${metricsToken}` })).toBe(200);
  expect(await ask(running.url, { ...proxied, authorization: `Bearer ${metricsToken}x` })).toBe(404);
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4');
  if (outside !== undefined) {
    const url = `http://${outside.address}:${new URL(running.url).port}`;
    expect(await ask(url)).toBe(404);
    expect(await ask(url, { authorization: `Bearer ${metricsToken}` })).toBe(200);
  }
  expect(await (await fetch(`${running.url}/healthz`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(`${running.url}/readyz`)).json()).toEqual({ status: 'ready' });
  await running.end('SIGTERM');
});

it('S-6 SIGTERM under load finishes what is under way: what was answered is there, and the exit is clean', async () => {
  const data = { ...folders, dataFolder: join(folder, 'ended') };
  const running = await runServer(data);
  const cookie = await claimOver(running, running.claimToken);
  const acknowledged = new Set<string>();
  let brokenAnswers = 0;
  let isRefused = false;
  const pushing = ['devicezero', 'deviceoneo', 'devicetwoo', 'devicethre'].map(async (device, number) => {
    for (let n = 0; !isRefused; n += 50) {
      const batch = Array.from({ length: 50 }, (_, of) => nthEdit(device, number, n + of));
      try {
        const answer = await syncOver(running, cookie, batch);
        const taken = batch.filter(({ stamp }) => answer.acknowledged.includes(stamp));
        for (const { id } of taken) acknowledged.add(id);
      } catch (error) {
        isRefused = true;
        if (isHalfAnAnswer(error)) brokenAnswers += 1;
      }
    }
  });
  await pause(500);
  expect(await running.end('SIGTERM')).toBe(0);
  await Promise.all(pushing);
  expect(brokenAnswers).toBe(0);
  expect(acknowledged.size).toBeGreaterThan(0);
  const again = await runServer(data);
  const ids = (await pullAllOver(again, cookie)).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([...acknowledged]));
  await again.end('SIGTERM');
});

/** Refused, and no connection, are clean ends; an answer that breaks off is none. */
function isHalfAnAnswer(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH';
}
