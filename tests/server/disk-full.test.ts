import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Edit } from '../../src/domain/row.ts';
import { exportPath } from '../../src/protocol/account.ts';
import { devicesPath } from '../../src/protocol/devices.ts';
import { diskFullProblemType } from '../../src/protocol/disk-full.ts';
import { invitationsPath, joinPath } from '../../src/protocol/invitations.ts';
import { sessionPath, sessionSchema } from '../../src/protocol/session.ts';
import { syncPath } from '../../src/protocol/sync.ts';
import { databasePath } from '../../src/server/config.ts';
import { errorCode } from '../../src/server/start-up-problem.ts';
import { makeAppFolder, owner, syncRequest } from './harness/built-server.ts';
import { claimOver, nthEdit, pullAllOver, signInOver, syncOver } from './harness/http-device.ts';
import { putFileOver } from './harness/put-file.ts';
import { type RunningServer, runServer } from './harness/run-server.ts';

const tokenSchema = z.object({ token: z.string() });

let folder: string;
let running: RunningServer;
/** The small disk, seen from out here. */
let seen: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'justmet-full-'));
  const dataFolder = join(folder, 'data');
  await mkdir(dataFolder, { mode: 0o700 });
  // A disk of its own that goes with the process; without root it is made in a user namespace of its own.
  const asRoot = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const mount = 'mount -t tmpfs -o size=80m,mode=700 tmpfs "$0" && exec "$@"';
  const under = ['unshare', ...asRoot, '--mount', 'sh', '-c', mount, dataFolder];
  running = await runServer({ dataFolder, appFolder: await makeAppFolder(folder) }, { under });
  seen = join(`/proc/${running.process.pid}/root`, dataFolder);
});
afterAll(async () => {
  await running.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

it('S-6 on a full disk pushes and files are refused in words, reads go on, and it heals with room', async () => {
  const cookie = await claimOver(running, running.claimToken);
  const kept = edits(0, 300);
  await syncOver(running, cookie, kept);
  const newDevice = await signInOver(running);
  const invited = await ask(cookie, 'POST', invitationsPath, { email: 'bob@example.com' });
  const { token } = tokenSchema.parse(await invited.json());
  expect((await fetch(`${running.url}/readyz`)).status).toBe(200);

  await fill(join(seen, 'filler'));
  const ready = await fetch(`${running.url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([
    503,
    expect.objectContaining({ detail: 'The disk is full.' }),
  ]);
  let refused: Response | undefined;
  let from = 1_000;
  // What the log had room for already is still taken: whole batches first, then single edits.
  for (const size of [300, 1]) {
    refused = undefined;
    for (; refused === undefined && from < 100_000; from += size) {
      const batch = edits(from, size);
      const answer = await push(cookie, batch);
      if (answer.status === 200) kept.push(...batch);
      else refused = answer;
    }
  }
  expect(refused?.status).toBe(507);
  expect(await refused?.json()).toMatchObject({
    type: diskFullProblemType,
    status: 507,
    detail: expect.stringMatching(/disk .* is full/),
  });
  await expect(putFileOver(running, cookie, randomBytes(2_000_000))).rejects.toThrow(diskFullProblemType);
  expect(idsOf(await pullAllOver(running, cookie))).toEqual(idsOf(kept));
  expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
  const { email, password } = owner;
  const answers = {
    signIn: await ask('', 'POST', sessionPath, { email, password }),
    join: await ask('', 'POST', joinPath, { token, name: 'Bob Buyer', password: 'staple battery horse' }),
    endOthers: await ask(cookie, 'DELETE', devicesPath),
    firstSync: await push(newDevice, []),
  };
  expect(statusesOf(answers)).toEqual({ signIn: 507, join: 507, endOthers: 507, firstSync: 507 });
  // What reads may want to count itself.
  expect([200, 507]).toContain((await ask(cookie, 'GET', exportPath)).status);
  expect(running.logged()).not.toContain('cannot rollback');

  await rm(join(seen, 'filler'));
  const more = edits(200_000, 300);
  expect((await syncOver(running, cookie, more)).acknowledged).toHaveLength(300);
  await putFileOver(running, cookie, randomBytes(2_000_000));
  expect(idsOf(await pullAllOver(running, cookie))).toEqual(idsOf([...kept, ...more]));
  expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
  // SQLite finds its way back out of /proc, so it looks at a copy.
  const copy = join(folder, 'copy');
  await cp(seen, copy, { recursive: true });
  const database = new DatabaseSync(databasePath({ dataFolder: copy }));
  expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
  database.close();
}, 120_000);

function edits(from: number, count: number): Edit[] {
  return Array.from({ length: count }, (_, of) => nthEdit('devicezero', 1, from + of));
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return [...new Set(rows.map(({ id }) => id))].sort();
}

function ask(cookie: string, method: string, path: string, body?: unknown): Promise<Response> {
  const headers = { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) };
  return fetch(`${running.url}${path}`, { method, headers, body: JSON.stringify(body) });
}

function statusesOf(answers: Readonly<Record<string, Response>>): Record<string, number> {
  return Object.fromEntries(Object.entries(answers).map(([name, { status }]) => [name, status]));
}

async function push(cookie: string, batch: readonly Edit[]): Promise<Response> {
  const session = await fetch(`${running.url}${sessionPath}`, { headers: { cookie } });
  const { accountId } = sessionSchema.parse(await session.json());
  return fetch(`${running.url}${syncPath}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(syncRequest(batch, { account: accountId, cursor: 1_000_000 })),
  });
}

/** To the last byte. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (let size = 1_000_000; size > 0; ) {
      try {
        await file.writeFile(Buffer.alloc(size));
      } catch (error) {
        if (errorCode(error) !== 'ENOSPC') throw error;
        size = size === 1 ? 0 : Math.floor(size / 10);
      }
    }
  } finally {
    await file.close();
  }
}
