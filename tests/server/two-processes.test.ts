import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Edit } from '../../src/domain/row.ts';
import { cardPath, pathOfCard } from '../../src/protocol/card-page.ts';
import { sessionPath } from '../../src/protocol/session.ts';
import { type StartedPostgres, startPostgres } from '../postgres/start-postgres.ts';
import { makeAppFolder } from './harness/built-server.ts';
import { hearChanges } from './harness/hear-changes.ts';
import { claimOver, deviceOf, nthEdit, pullAllOver, signInOver, syncOver } from './harness/http-device.ts';
import { cardEdit, readPage, visitorForm } from './harness/public-card.ts';
import { Pusher } from './harness/pusher.ts';
import { type RunningServer, runServer } from './harness/run-server.ts';
import { spreadRequests } from './harness/spread-requests.ts';

const devices = ['devicezero', 'deviceoneo', 'devicetwoo', 'devicethre'];
const secret = 'of both processes, and long enough for them';

let postgres: StartedPostgres;
let folder: string;
let databaseUrl: string;
let one: RunningServer;
let other: RunningServer;

beforeAll(async () => {
  postgres = await startPostgres({ isDurable: true });
});
afterAll(async () => {
  await postgres?.stop();
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'justmet-two-'));
  databaseUrl = await postgres.createDatabase();
  // At once, on an empty database: the schema is made by one of them.
  [one, other] = await Promise.all([start('one'), start('other')]);
});
afterEach(async () => {
  await Promise.all([one.end('SIGKILL'), other.end('SIGKILL')]);
  await rm(folder, { recursive: true, force: true });
});

/** A data folder of its own, as on another machine. */
async function start(name: string): Promise<RunningServer> {
  const folders = { dataFolder: join(folder, name), appFolder: await makeAppFolder(folder) };
  return runServer(folders, { env: { DATABASE_URL: databaseUrl, JUSTMET_SECRET: secret } });
}

/** Of the two links that were printed, the newer one makes the owner. */
async function claim(): Promise<string> {
  const claims = [one, other].map(({ claimToken }) => claimOver(one, claimToken));
  const outcomes = await Promise.allSettled(claims);
  const cookies = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
  expect(cookies).toHaveLength(1);
  return cookies[0] ?? '';
}

const askSession = (server: RunningServer, cookie: string, method = 'GET') =>
  fetch(`${server.url}${sessionPath}`, { method, headers: { cookie } }).then(({ status }) => status);

it('two processes that start at once on an empty database are one contact database', async () => {
  const cookie = await claim();
  await syncOver(one, cookie, [nthEdit('devicezero', 0, 1)]);
  expect(await pullAllOver(other, cookie)).toHaveLength(1);
  const again = await signInOver(other);
  await syncOver(other, again, [nthEdit('deviceoneo', 1, 1)]);
  expect(await pullAllOver(one, again)).toHaveLength(2);
  for (const table of ['account', 'member', '"user"']) {
    expect(await postgres.query(databaseUrl, `select count(*)::int as n from ${table}`)).toEqual([{ n: 1 }]);
  }
});

it('a session that is ended at one process is refused by the other, though it has just been used there', async () => {
  const cookie = await claim();
  await Promise.all([one, other].map((server) => syncOver(server, cookie, [])));
  expect(await askSession(one, cookie, 'DELETE')).toBe(204);
  await expect
    .poll(() => syncOver(other, cookie, []).catch(String), { timeout: 1_000, interval: 50 })
    .toContain('401');
  expect(await askSession(other, cookie)).toBe(401);
});

it('S-22 a write through one process is heard at the other, also after its listening connection broke', async () => {
  const cookie = await claim();
  const heard = await hearChanges(other, cookie);
  await syncOver(one, cookie, [nthEdit('devicezero', 0, 1)]);
  await expect.poll(() => heard.text, { timeout: 15_000 }).toContain('change');
  heard.text = '';
  const listening = "query like 'listen%' or query = 'select 1'";
  await postgres.query(
    databaseUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity where ${listening}`,
  );
  await expect.poll(() => heard.text, { timeout: 15_000 }).toContain('"device":"0000000000"');
  heard.text = '';
  await syncOver(one, cookie, [nthEdit('devicezero', 0, 3)]);
  await expect.poll(() => heard.text, { timeout: 15_000 }).toContain(`"device":"${deviceOf(cookie)}"`);
  heard.stop();
});

it('S-6 S-8 nothing acknowledged is lost and nothing doubled when one process is killed in the middle', async () => {
  const cookie = await claim();
  const proxy = await spreadRequests([one.url, other.url]);
  const heard = await hearChanges(other, cookie);
  const pushers = devices.map((device, number) => new Pusher(proxy, cookie, device, number));
  const pushing = pushers.map((pusher) => pusher.run());
  for (let kill = 0; kill < 4; kill += 1) {
    await pause(150 + kill * 67);
    await one.end('SIGKILL');
    const before = pushers.map(({ acknowledged }) => acknowledged.length);
    await expect
      .poll(() => pushers.every(({ acknowledged }, at) => acknowledged.length > (before[at] ?? 0)), {
        timeout: 20_000,
      })
      .toBe(true);
    one = await start('one');
    proxy.sendTo([one.url, other.url]);
  }
  for (const pusher of pushers) pusher.stop();
  await Promise.all(pushing);
  expect(pushers.some(({ failures }) => failures > 0)).toBe(true);
  expect(pushers.flatMap(({ faults }) => faults)).toEqual([]);
  await checkRows(
    cookie,
    pushers.flatMap(({ acknowledged }) => acknowledged),
  );
  heard.text = '';
  await syncOver(one, cookie, [nthEdit('devicelast', 99, 1)]);
  await expect.poll(() => heard.text, { timeout: 15_000 }).toContain('change');
  heard.stop();
  await proxy.close();
}, 180_000);

/** Both processes and the tables themselves: every row once, numbers above all of them, history once. */
async function checkRows(cookie: string, acknowledged: readonly Edit[]): Promise<void> {
  for (const server of [one, other]) {
    const rows = new Map((await pullAllOver(server, cookie)).map((row) => [row.id, row]));
    expect(rows.size).toBe(new Set(acknowledged.map(({ id }) => id)).size);
    for (const { id, stamp } of acknowledged) {
      expect((rows.get(id)?.stamps['name'] ?? '') >= stamp).toBe(true);
    }
  }
  const [counted] = await postgres.query(
    databaseUrl,
    `select count(*)::int as rows, count(distinct id)::int as ids, count(distinct seq)::int as numbers,
       (max(seq) - (select seq from account))::int as beyond, (select count(*)::int from history) as history,
       (select count(*)::int from people) as people from "row"`,
  );
  const rows = new Set(acknowledged.map(({ id }) => id)).size;
  // Every change overwrote a name and a company, whose earlier values are kept once each.
  const history = (acknowledged.length - rows) * 2;
  expect(counted).toEqual({ rows, ids: rows, numbers: rows, beyond: 0, history, people: rows });
}

it('a card is open at both, and who sends their details to both at once is one visitor, of whom devices hear', async () => {
  const cookie = await claim();
  const token = 'annscardannscardannsca';
  const urls = [one, other].map(({ url }) => url + pathOfCard(cardPath, token));
  await syncOver(one, cookie, [cardEdit(1, 1, { name: 'Ann', token })]);
  const heard = await hearChanges(other, cookie);
  for (const url of urls) expect(readPage(await (await fetch(url)).text()).textsOf('h1')).toEqual(['Ann']);
  const { type, body } = visitorForm(token, {}, { drawnAt: new Date(Date.now() - 10_000), secret });
  const send = (url: string) =>
    fetch(url, { method: 'POST', redirect: 'manual', headers: { 'content-type': type }, body });
  const answers = await Promise.all([...urls, ...urls, ...urls].map(send));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303));
  const visitors = (await pullAllOver(other, cookie)).filter(({ table }) => table === 'visitor');
  expect(visitors.map(({ values }) => values['name'])).toEqual(['Vera Visitor']);
  await expect.poll(() => heard.text).toContain('{"device":"publicpage"}');
  heard.stop();
});
