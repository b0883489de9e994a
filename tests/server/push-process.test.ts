import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { databasePath } from '../../src/server/config.ts';
import { catchUpPlans } from '../../src/server/reminders/catch-up-plans.ts';
import type { OpenedDatabase } from '../../src/server/storage/opened-database.ts';
import { openPostgres } from '../../src/server/storage/postgres/open-postgres.ts';
import { openSqlite } from '../../src/server/storage/sqlite/open-sqlite.ts';
import { type StartedPostgres, startPostgres } from '../postgres/start-postgres.ts';
import { putAgents } from './harness/agents.ts';
import { makeAppFolder } from './harness/built-server.ts';
import {
  accept,
  hang,
  type PushEndpoint,
  readSignature,
  startPushEndpoint,
  subscribe,
} from './harness/push-endpoint.ts';
import { type RunningServer, runServer } from './harness/run-server.ts';

const secret = 'of both processes, and long enough for them';
const agents = 150;
/** So many one process sends to one host at a time. */
const atOnce = 40;

let folder: string;
let appFolder: string;
let endpoint: PushEndpoint;
let postgres: StartedPostgres;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  postgres = await startPostgres({ isDurable: true });
});
afterAll(() => postgres?.stop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'justmet-push-'));
  appFolder = await makeAppFolder(folder);
  endpoint = await startPushEndpoint();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await endpoint.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(name: string, env: NodeJS.ProcessEnv = {}): Promise<RunningServer> {
  const folders = { dataFolder: join(folder, name), appFolder };
  const running = await runServer(folders, { env: { PUSH_ALSO_TO: endpoint.origin, ...env } });
  closing.push(() => running.end('SIGKILL'));
  return running;
}

/** Agents whose reminder is due now. */
async function prepare({ db, storage, ...opened }: OpenedDatabase): Promise<void> {
  const plans = Array.from({ length: agents }, (_, n) => {
    const { subscription } = subscribe(`${endpoint.origin}/${n}`);
    return { n, zone: 'UTC', evening: '12:00', unreviewed: 2, endpoints: [subscription] };
  });
  await putAgents(db, plans);
  await catchUpPlans({ db, ...opened }, new Date());
  await db.updateTable('reminder').set({ next_at: Date.now() }).execute();
  await storage.close();
}

/** One that hangs holds its place: so many have come and have no answer. */
const hanging = (count: number) =>
  expect.poll(() => endpoint.received.length, { timeout: 30_000, interval: 5 }).toBe(count);
const each = Object.fromEntries(Array.from({ length: agents }, (_, n) => [`/${n}`, 1]));
const allOnce = (timeout: number) =>
  expect.poll(() => endpoint.counts(), { timeout, interval: 50 }).toEqual(each);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('a server that is killed in the middle sends the rest after its start, and none twice', async () => {
  await prepare(await openSqlite(await madeBy('data'), randomUUID));
  let taken = 0;
  endpoint.behave('/', (response, push) => (++taken <= 50 ? accept : hang)(response, push));
  const first = await start('data');
  await hanging(50 + atOnce);
  await first.end('SIGKILL');
  endpoint.behave('/', accept);
  const second = await start('data');
  await allOnce(30_000);
  await pause(500);
  expect(endpoint.counts()).toEqual(each);
  // Both signed with the key that was made at the first start.
  const [one, last] = [endpoint.received[0], endpoint.received.at(-1)];
  const key = /k=(.+)$/.exec(one?.headers.authorization ?? '')?.[1] ?? '';
  expect(one && readSignature(one, key)['aud']).toBe(endpoint.origin);
  expect(last && readSignature(last, key)['sub']).toBe('mailto:nobody@justmet.example');
  expect(await second.end('SIGTERM')).toBe(0);
  expect(second.logged()).toBe('');
});

it('one that is stopped lets go of what has not gone out', async () => {
  await prepare(await openSqlite(await madeBy('data'), randomUUID));
  endpoint.behave('/', hang);
  const first = await start('data');
  await hanging(atOnce);
  expect(await first.end('SIGTERM')).toBe(0);
  endpoint.behave('/', accept);
  await start('data');
  await allOnce(30_000);
  await pause(500);
  expect(endpoint.counts()).toEqual(each);
});

it('of two on one PostgreSQL, one goes on where the other was killed, and none comes twice', async () => {
  const databaseUrl = await postgres.createDatabase();
  const env = { DATABASE_URL: databaseUrl, JUSTMET_SECRET: secret };
  await prepare(await openPostgres(databaseUrl, randomUUID));
  endpoint.behave('/', hang);
  const one = await start('one', env);
  await hanging(atOnce);
  await one.end('SIGKILL');
  endpoint.behave('/', accept);
  await start('other', env);
  await allOnce(50_000);
  await pause(500);
  expect(endpoint.counts()).toEqual(each);
});

/** The database of a first start, before anybody has claimed it. */
async function madeBy(name: string): Promise<string> {
  expect(await (await start(name)).end('SIGTERM')).toBe(0);
  return databasePath({ dataFolder: join(folder, name) });
}
