import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { healthPath, sessionPath, sessionSchema } from '../../src/protocol/session.ts';
import { syncPath } from '../../src/protocol/sync.ts';
import { type StartedPostgres, startPostgres } from '../postgres/start-postgres.ts';
import { makeAppFolder, syncRequest } from './harness/built-server.ts';
import { claimOver, nthEdit, pullAllOver, syncOver } from './harness/http-device.ts';
import { type RunningServer, runServer } from './harness/run-server.ts';

let postgres: StartedPostgres;
let folder: string;
let running: RunningServer;
let databaseUrl: string;

beforeAll(async () => {
  postgres = await startPostgres({ isDurable: false });
  folder = await mkdtemp(join(tmpdir(), 'justmet-away-'));
  databaseUrl = await postgres.createDatabase();
  const folders = { dataFolder: join(folder, 'data'), appFolder: await makeAppFolder(folder) };
  running = await runServer(folders, { env: { DATABASE_URL: databaseUrl } });
});
afterAll(async () => {
  await running.end('SIGTERM');
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

const socketName = '.s.PGSQL.5432';

/** Moves the socket elsewhere and ends every connection: as when PostgreSQL is restarted. Comes back with the answer. */
async function sendAway(): Promise<() => Promise<void>> {
  const here = new URL(databaseUrl).searchParams.get('host') ?? '';
  const aside = join(here, 'aside');
  await mkdir(aside, { recursive: true });
  await rename(join(here, socketName), join(aside, socketName));
  const asideUrl = new URL(databaseUrl);
  asideUrl.searchParams.set('host', aside);
  await postgres.query(
    asideUrl.href,
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null',
  );
  return () => rename(join(aside, socketName), join(here, socketName));
}

it('S-18 while PostgreSQL is away everything is refused in words with 503, and goes on when it is back', async () => {
  const cookie = await claimOver(running, running.claimToken);
  const first = nthEdit('devicezero', 0, 0);
  await syncOver(running, cookie, [first]);
  const second = nthEdit('devicezero', 1, 1);
  const session = await fetch(`${running.url}${sessionPath}`, { headers: { cookie } });
  const { accountId: account } = sessionSchema.parse(await session.json());
  const bringBack = await sendAway();
  const sync = () =>
    fetch(`${running.url}${syncPath}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(syncRequest([second], { account, device: 'devicezero' })),
    });
  const asked = [
    ...Array.from({ length: 3 }, sync),
    fetch(`${running.url}${sessionPath}`, { headers: { cookie } }),
    fetch(`${running.url}${healthPath}`),
  ];

  for (const answer of await Promise.all(asked)) {
    expect([answer.status, await answer.json()]).toEqual([
      503,
      expect.objectContaining({ detail: expect.stringMatching(/does not reach its storage/) }),
    ]);
  }
  expect((await fetch(`${running.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${running.url}/healthz`)).status).toBe(200);

  await bringBack();
  expect((await syncOver(running, cookie, [second])).acknowledged).toEqual([second.stamp]);
  expect((await pullAllOver(running, cookie)).map(({ id }) => id).sort()).toEqual(
    [first.id, second.id].sort(),
  );
  expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
});
