import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Edit } from '../../src/domain/row.ts';
import { databasePath } from '../../src/server/config.ts';
import { makeAppFolder } from './harness/built-server.ts';
import { claimOver, type Origin, pullAllOver } from './harness/http-device.ts';
import { Pusher } from './harness/pusher.ts';
import { type RunningServer, runServer, type ServerFolders } from './harness/run-server.ts';

const kills = 20;
const devices = ['devicezero', 'deviceoneo', 'devicetwoo'];

let folder: string;
let folders: ServerFolders;
let running: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'justmet-kill-'));
  folders = { dataFolder: join(folder, 'data'), appFolder: await makeAppFolder(folder) };
  running = await runServer(folders);
});
afterAll(async () => {
  await running.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

it('S-6 S-8 keeps every acknowledged row once through twenty kills in the middle of pushes', async () => {
  const origin: Origin = { url: running.url };
  const cookie = await claimOver(origin, running.claimToken);
  const pushers = devices.map((device, number) => new Pusher(origin, cookie, device, number));
  const pushing = pushers.map((pusher) => pusher.run());
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(20 + ((kill * 37) % 120));
    await running.end('SIGKILL');
    const seen = new Set(pushers.flatMap((pusher) => pusher.acknowledged.map((edit) => edit.id)));
    running = await runServer(folders);
    origin.url = running.url;
    const stored = await pullAllOver(origin, cookie);
    const ids = stored.map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([...seen]));
  }
  for (const pusher of pushers) pusher.stop();
  await Promise.all(pushing);

  expect(pushers.every((pusher) => pusher.failures > 0)).toBe(true);
  const acknowledged = pushers.flatMap((pusher) => pusher.acknowledged);
  const rows = new Map((await pullAllOver(origin, cookie)).map((row) => [row.id, row]));
  expect(rows.size).toBe(new Set(acknowledged.map((edit) => edit.id)).size);
  for (const edit of acknowledged) {
    expect((rows.get(edit.id)?.stamps['name'] ?? '') >= edit.stamp).toBe(true);
  }
  await running.end('SIGTERM');
  checkDatabase(acknowledged);
}, 300_000);

/** What the file itself says: nothing doubled, numbers without a gap above the rows, history once. */
function checkDatabase(acknowledged: readonly Edit[]): void {
  const database = new DatabaseSync(databasePath(folders), { readOnly: true });
  const one = (query: string) => Object.values(database.prepare(query).get() ?? {})[0];
  expect(one('pragma integrity_check')).toBe('ok');
  expect(one('select count(*) - count(distinct id) from "row"')).toBe(0);
  expect(one('select count(*) - count(distinct seq) from "row"')).toBe(0);
  expect(one('select max("row".seq) - max(account.seq) from "row", account')).toBe(0);
  const changes = acknowledged.length - Number(one('select count(*) from "row"'));
  // Every change overwrote a name and a company, whose earlier values are kept once each.
  expect(one('select count(*) from history')).toBe(changes * 2);
  expect(one('select count(*) from people')).toBe(one('select count(*) from "row"'));
  database.close();
}
