import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { readingToStamp } from '../../src/domain/stamp.ts';
import { preferenceId } from '../../src/domain/table-words.ts';
import { type StartedPostgres, startPostgres } from '../postgres/start-postgres.ts';
import { type AgentPlan, accountOf, putAgents } from './harness/agents.ts';
import { openTestReminders, shortTimes, type TestReminders } from './harness/open-test-reminders.ts';
import {
  answer,
  type Browser,
  hang,
  type PushEndpoint,
  readSignature,
  startPushEndpoint,
  subscribe,
} from './harness/push-endpoint.ts';

let endpoint: PushEndpoint;
let world: TestReminders;
let postgres: StartedPostgres;

beforeAll(async () => {
  postgres = await startPostgres({ isDurable: false });
});
afterAll(() => postgres?.stop());
beforeEach(async () => {
  endpoint = await startPushEndpoint();
});
afterEach(async () => {
  await world?.close();
  await endpoint.stop();
});

/** Detroit's evening is 19:59 then. */
const before = '2026-11-27T00:59:00.000Z';
const atEight = '2026-11-27T01:00:00.500Z';

async function open(more: Partial<Parameters<typeof openTestReminders>[0]> = {}): Promise<void> {
  world = await openTestReminders({ also: [endpoint.origin], at: before, ...more });
}

async function put(
  plans: Record<string, Omit<AgentPlan, 'n' | 'endpoints'>>,
): Promise<Record<string, Browser>> {
  const browsers: Record<string, Browser> = {};
  const agents = Object.entries(plans).map(([name, plan], n) => {
    const browser = subscribe(`${endpoint.origin}/${name}`);
    browsers[name] = browser;
    return { n, evening: '20:00', unreviewed: 4, ...plan, endpoints: [browser.subscription] };
  });
  await putAgents(world.db, agents);
  await world.plan();
  return browsers;
}

const countsAre = (counts: Record<string, number>) =>
  expect.poll(() => endpoint.counts(), { timeout: 10_000, interval: 20 }).toEqual(counts);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Long enough for a second one to come, were there one. */
const settled = async () => {
  await expect
    .poll(() => world.db.selectFrom('reminder_push').selectAll().execute(), { timeout: 10_000, interval: 20 })
    .toEqual([]);
  await pause(150);
};

it('the evening’s and the morning’s come at their time, signed, for one browser alone, and name nobody', async () => {
  await open();
  const { dana, luis } = await put({
    dana: { morning: '08:15', due: 3, others: 2, touchesEach: 1 },
    luis: { unreviewed: 0 },
  });
  world.begin();
  await pause(200);
  expect(endpoint.received).toEqual([]);
  world.setClock(atEight);
  await countsAre({ '/dana': 1 });
  await settled();
  const [evening] = endpoint.received;
  if (evening === undefined || dana === undefined || luis === undefined) throw new Error('Nothing came');
  expect(dana.read(evening)).toEqual({ kind: 'evening', count: 4 });
  expect(() => luis.read(evening)).toThrow();
  expect(evening.headers).toMatchObject({
    'content-encoding': 'aes128gcm',
    urgency: 'normal',
    topic: 'evening',
  });
  expect(Number(evening.headers['ttl'])).toBeGreaterThan(3_500);
  expect(Number(evening.headers['ttl'])).toBeLessThanOrEqual(3_600);
  const { aud, sub, exp } = readSignature(evening, world.key.publicKey);
  expect({ aud, sub }).toEqual({ aud: endpoint.origin, sub: 'https://people.example' });
  expect(Number(exp) * 1_000 - Date.now()).toBeGreaterThan(6 * 3_600_000);
  expect(Number(exp) * 1_000 - Date.now()).toBeLessThanOrEqual(24 * 3_600_000);
  expect(evening.body.toString('latin1')).not.toContain('Person');

  world.setClock('2026-11-27T13:15:00.500Z');
  await countsAre({ '/dana': 2 });
  const morning = endpoint.received[1];
  expect(morning && dana.read(morning)).toEqual({ kind: 'morning', count: 3 });
  expect(morning?.headers['topic']).toBe('morning');
  // The next evening, for whoever is still there.
  world.setClock('2026-11-28T01:00:00.500Z');
  await countsAre({ '/dana': 3 });
});

it('names three at most, and only where the agent allows it', async () => {
  await open();
  const { dana } = await put({ dana: { namesShown: true, unreviewed: 5 } });
  world.begin();
  world.setClock(atEight);
  await countsAre({ '/dana': 1 });
  const [push] = endpoint.received;
  const names = ['Person 1', 'Person 2', 'Person 3'];
  expect(push && dana?.read(push)).toEqual({ kind: 'evening', count: 5, names });
});

it('tells each agent of their own people alone, however many are told at once', async () => {
  await open();
  const plans = Object.fromEntries(
    Array.from({ length: 60 }, (_, n) => [
      `agent${n}`,
      n % 2 === 0
        ? { unreviewed: n + 1, namesShown: n % 4 === 0 }
        : { evening: null, morning: '20:00', unreviewed: 0, due: n, touchesEach: 1, namesShown: n % 4 === 1 },
    ]),
  );
  const browsers = await put(plans);
  // Whoever is named after their agent shows whose they are.
  const people = await world.db.selectFrom('row').selectAll().where('table', '=', 'person').execute();
  for (const { account_id, id, values } of people) {
    const renamed = JSON.stringify({ ...JSON.parse(values), name: `Met by ${account_id}` });
    const one = world.db.updateTable('row').set({ values: renamed }).where('id', '=', id);
    await one.where('account_id', '=', account_id).execute();
  }
  world.begin();
  world.setClock(atEight);
  await expect.poll(() => endpoint.received.length, { timeout: 20_000, interval: 20 }).toBe(60);
  for (const push of endpoint.received) {
    const name = push.path.slice(1);
    const n = Number(name.replace('agent', ''));
    const isEvening = n % 2 === 0;
    const met = Array.from({ length: Math.min(3, isEvening ? n + 1 : n) }, () => `Met by ${accountOf(n)}`);
    expect(browsers[name]?.read(push)).toEqual({
      kind: isEvening ? 'evening' : 'morning',
      count: isEvening ? n + 1 : n,
      ...(n % 4 < 2 && { names: met }),
    });
  }
});

it('counts nobody who was looked at, imported, deleted, or touched since', async () => {
  await open();
  const { dana } = await put({
    dana: { unreviewed: 5, evening: '20:00', morning: '20:01', due: 4, touchesEach: 0 },
  });
  const people = await world.db.selectFrom('row').selectAll().where('table', '=', 'person').execute();
  const [one, two, three] = people.filter(({ values }) => !values.includes('lookedAt'));
  const [due, late] = people.filter(({ values }) => values.includes('lookedAt'));
  const change = (id: string | undefined, values: Record<string, unknown>, deleted = 0) =>
    world.db
      .updateTable('row')
      .set({ values: JSON.stringify({ name: 'A "lookedAt":"2 person', ...values }), deleted })
      .where('id', '=', id ?? '')
      .execute();
  await change(one?.id, { isImported: true });
  await change(two?.id, { lookedAt: '2026-11-26T12:00:00Z' });
  await change(three?.id, {}, 1);
  const touch = (id: string, person: string | undefined, values: Record<string, unknown>, deleted = 0) => {
    const about = { person, at: '2026-11-26T12:00:00Z', way: 'call', ...values };
    const row = {
      account_id: accountOf(0),
      table: 'touch' as const,
      stamp: people[0]?.stamp ?? '',
      stamps: null,
    };
    const values_ = JSON.stringify(about);
    return world.db
      .insertInto('row')
      .values({ ...row, id, values: values_, seq: 900 + Number(id.slice(-1)), deleted })
      .execute();
  };
  await touch('01890000-0000-7000-8000-000000009991', due?.id, {});
  await touch('01890000-0000-7000-8000-000000009992', late?.id, { way: 'contacts' });
  await touch('01890000-0000-7000-8000-000000009993', late?.id, { at: null });
  await touch('01890000-0000-7000-8000-000000009994', late?.id, {}, 1);
  world.begin();
  world.setClock('2026-11-27T01:01:00.500Z');
  await countsAre({ '/dana': 2 });
  const said = endpoint.received
    .map((push) => dana?.read(push))
    .sort((a, b) => (a && b ? a.count - b.count : 0));
  expect(said).toEqual([
    { kind: 'evening', count: 2 },
    { kind: 'morning', count: 3 },
  ]);
});

it('a subscription that is gone goes, and one that is refused stays and is not asked again that day', async () => {
  await open();
  await put({ gone: {}, away: {}, refused: {}, moved: {} });
  endpoint.behave('/gone', answer(410));
  endpoint.behave('/away', answer(404));
  endpoint.behave('/refused', answer(403));
  endpoint.behave('/moved', answer(307, { location: `${endpoint.origin}/elsewhere` }));
  world.begin();
  world.setClock(atEight);
  await countsAre({ '/gone': 1, '/away': 1, '/refused': 1, '/moved': 1 });
  await settled();
  const left = await world.db
    .selectFrom('push_subscription')
    .select('endpoint')
    .orderBy('endpoint')
    .execute();
  expect(left.map((one) => one.endpoint)).toEqual([`${endpoint.origin}/moved`, `${endpoint.origin}/refused`]);
  world.setClock('2026-11-28T01:00:00.500Z');
  await countsAre({ '/gone': 1, '/away': 1, '/refused': 2, '/moved': 2 });
});

it('an endpoint that fails is asked again within the hour, less and less often, and the next day', async () => {
  await open();
  await put({ fails: {}, fine: {} });
  endpoint.behave('/fails', answer(503));
  world.begin();
  world.setClock(atEight);
  await countsAre({ '/fails': 1, '/fine': 1 });
  const waits: number[] = [];
  for (let tries = 2; tries < 30; tries += 1) {
    const find = () =>
      world.db.selectFrom('reminder_push').select(['next_at', 'attempts']).executeTakeFirst();
    await expect.poll(async () => (await find())?.attempts ?? 'none', { interval: 10 }).not.toBe(tries - 2);
    const waiting = await find();
    if (waiting === undefined) break;
    waits.push(Math.round((waiting.next_at - world.nowMs()) / 1_000));
    world.setClock(waiting.next_at + 10);
    await countsAre({ '/fails': tries, '/fine': 1 });
  }
  expect(waits.slice(0, 7)).toEqual([15, 30, 60, 120, 240, 480, 900]);
  expect(endpoint.received.length).toBeLessThan(12);
  expect(world.nowMs()).toBeLessThan(Date.parse('2026-11-27T02:00:00Z'));
  endpoint.behave('/fails', answer(201));
  const { length } = endpoint.received;
  world.setClock('2026-11-27T12:00:00Z');
  await pause(200);
  expect(endpoint.received).toHaveLength(length);
  world.setClock('2026-11-28T01:00:00.500Z');
  await countsAre({ '/fails': length, '/fine': 2 });
});

it('waits as long as it is asked to, by seconds and by date, but not past the hour', async () => {
  await open();
  await put({ seconds: {}, date: {}, long: {} });
  endpoint.behave('/seconds', answer(429, { 'retry-after': '600' }));
  endpoint.behave('/date', answer(503, { 'retry-after': 'Fri, 27 Nov 2026 01:20:00 GMT' }));
  endpoint.behave('/long', answer(429, { 'retry-after': '7200' }));
  world.begin();
  world.setClock(atEight);
  await countsAre({ '/seconds': 1, '/date': 1, '/long': 1 });
  await expect
    .poll(async () =>
      (await world.db.selectFrom('reminder_push').select('attempts').execute()).map((row) => row.attempts),
    )
    .toEqual([1, 1]);
  endpoint.behave('/', answer(201));
  world.setClock('2026-11-27T01:09:00Z');
  await pause(200);
  expect(endpoint.received).toHaveLength(3);
  world.setClock('2026-11-27T01:10:03Z');
  await countsAre({ '/seconds': 2, '/date': 1, '/long': 1 });
  world.setClock('2026-11-27T01:20:03Z');
  await countsAre({ '/seconds': 2, '/date': 2, '/long': 1 });
});

it('one that hangs is given up, holds up nobody, and is not sent twice', async () => {
  await open({ times: { ...shortTimes, timeoutMs: 300 } });
  const names = Array.from({ length: 60 }, (_, n) => (n % 2 === 0 ? `hangs-${n}` : `fine-${n}`));
  await put(Object.fromEntries(names.map((name) => [name, {}])));
  endpoint.behave('/hangs', hang);
  world.begin();
  world.setClock(atEight);
  const once = Object.fromEntries(names.map((name) => [`/${name}`, 1]));
  await countsAre(once);
  await settled();
  expect(endpoint.counts()).toEqual(once);
});

it('after a time without the server it comes within the hour, and later not at all', async () => {
  await open();
  await put({ late: {} });
  world.setClock('2026-11-27T02:00:05.000Z');
  world.begin();
  await expect
    .poll(
      async () =>
        (
          await world.db.selectFrom('reminder').select('claimed_on').where('kind', '=', 'evening').execute()
        )[0],
    )
    .toEqual({ claimed_on: '2026-11-26' });
  await pause(150);
  expect(endpoint.received).toEqual([]);
  // Three days later it has just been missed: that day's is sent, and no other.
  const [first] = await Promise.all([world.db.selectFrom('reminder').selectAll().executeTakeFirst()]);
  expect(first?.on_date).toBe('2026-11-27');
  world.setClock('2026-11-30T01:30:00.000Z');
  await countsAre({ '/late': 1 });
  await settled();
  expect(endpoint.counts()).toEqual({ '/late': 1 });
});

for (const name of ['SQLite', 'PostgreSQL'] as const) {
  it(`on ${name}, a day has one, whatever becomes of its time, its zone and its switch`, async () => {
    await open(name === 'PostgreSQL' ? { databaseUrl: await postgres.createDatabase() } : {});
    await put({ dana: { evening: null } });
    let ms = Date.parse('2026-11-01T00:00:00Z');
    const choose = async (values: Record<string, string | null>) => {
      ms += 1_000;
      const stamp = readingToStamp({ ms, counter: 0 }, 'bbbbbbbbbb');
      const edit = { table: 'preference' as const, id: preferenceId, stamp, values };
      const receivedAt = new Date(world.nowMs()).toISOString();
      const from = { accountId: accountOf(0), device: 'bbbbbbbbbb', head: null, cursor: 0 };
      await world.opened.storage.sync({ ...from, edits: [edit], receivedAt });
    };
    const planned = () =>
      world.db.selectFrom('reminder').select(['on_date', 'next_at', 'claimed_on']).executeTakeFirst();
    world.begin();
    await choose({ evening: '20:00' });
    expect((await planned())?.next_at).toBe(Date.parse('2026-11-27T01:00:00Z'));
    world.setClock(atEight);
    await countsAre({ '/dana': 1 });
    await settled();
    for (const values of [{ evening: '20:30' }, { evening: null }, { evening: '21:00' }])
      await choose(values);
    world.setClock('2026-11-27T02:00:01Z');
    await pause(150);
    expect(await planned()).toMatchObject({ on_date: '2026-11-27', claimed_on: '2026-11-26' });
    // Somewhere else it is the next day by now: that one has its own.
    await choose({ zone: 'Asia/Tokyo', evening: '11:30' });
    world.setClock('2026-11-27T02:30:01Z');
    await countsAre({ '/dana': 2 });
    await choose({ zone: 'America/Detroit', evening: '22:00' });
    expect(await planned()).toMatchObject({ on_date: '2026-11-28' });
    // Nobody knows when it is evening there.
    await choose({ zone: 'Atlantis/Capital' });
    expect((await planned())?.next_at).toBeNull();
    // A change of something else moves nothing.
    await choose({ zone: 'America/Detroit' });
    world.setClock('2026-11-29T03:00:00.100Z');
    await choose({ morning: '07:00' });
    await countsAre({ '/dana': 3 });
  });
}

for (const name of ['SQLite', 'PostgreSQL'] as const) {
  it(`two that work on one ${name} at once send each once`, async () => {
    await open(name === 'PostgreSQL' ? { databaseUrl: await postgres.createDatabase() } : {});
    const names = Array.from({ length: 120 }, (_, n) => `agent-${n}`);
    await put(Object.fromEntries(names.map((one) => [one, {}])));
    const pair = [world.begin(), world.begin()];
    world.setClock(atEight);
    const once = Object.fromEntries(names.map((one) => [`/${one}`, 1]));
    await countsAre(once);
    await settled();
    expect(endpoint.counts()).toEqual(once);
    const sent = pair.map(({ outcomes }) => outcomes.get('accepted') ?? 0);
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(120);
    if (name === 'PostgreSQL') expect(Math.min(...sent)).toBeGreaterThan(0);
  });
}
