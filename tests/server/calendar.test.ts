import type { LightMyRequestResponse } from 'fastify';
import ical from 'node-ical';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import { mayLeave } from '../../src/domain/leaving.ts';
import type { Edit, TableName } from '../../src/domain/row.ts';
import { preferenceId, tableNames } from '../../src/domain/table-words.ts';
import { tableDefinitions } from '../../src/domain/tables.ts';
import { tombstoneOf } from '../../src/domain/tombstone.ts';
import { type CalendarState, calendarPath, calendarStateSchema } from '../../src/protocol/calendar.ts';
import { syncResponseSchema } from '../../src/protocol/sync.ts';
import { makeAccountToken } from '../../src/server/accounts/account-token.ts';
import { editOf, idOf, stampAt } from '../contract/storage-fixture.ts';
import {
  accountId,
  type BuiltServer,
  buildTestServer,
  claim,
  postJson,
  postSync,
} from './harness/built-server.ts';

const origin = 'https://people.example';

let server: BuiltServer;
let cookie: string;
beforeEach(async () => {
  server = await buildTestServer({ origin });
  cookie = await claim(server);
});
afterEach(() => server.close());

const sync = async (...edits: Edit[]) => {
  const answer = syncResponseSchema.parse((await server.app.inject(postSync(cookie, edits))).json());
  expect(answer.refused).toEqual([]);
};
const pathIn = (answer: LightMyRequestResponse) => {
  const state: CalendarState = calendarStateSchema.parse(answer.json());
  return state.feed?.path ?? '';
};
const make = async (instead: string | null = null) =>
  pathIn(await server.app.inject(postJson(calendarPath, { instead }, { cookie })));
const ask = () => server.app.inject({ url: calendarPath, headers: { cookie } });
const end = () => server.app.inject({ method: 'DELETE', url: calendarPath, headers: { cookie } });
const fetchFeed = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers });
const readFeed = async () => (await fetchFeed(await make())).body;
/** What node-ical, which is nobody's of ours, makes of it: summary by day. */
const daysIn = (text: string) =>
  Object.values(ical.sync.parseICS(text)).flatMap((one) =>
    one?.type === 'VEVENT' ? [`${one.start.toISOString().slice(0, 10)} ${String(one.summary)}`] : [],
  );

const touchEdit = (n: number, person: number, at: string | null, way = 'call') =>
  editOf(n, stampAt(n), { person: idOf(person), way, at }, { table: 'touch' });
const preferZone = (zone: string): Edit => ({
  ...editOf(0, stampAt(1), { zone }, { table: 'preference' }),
  id: preferenceId,
});

describe('the feed', () => {
  it('has who is due, on the day, as another program reads it', async () => {
    await sync(
      editOf(1, stampAt(1_700_000_000_000), { name: 'Dana Ruiz', next: { on: '2026-03-29', way: 'call' } }),
      editOf(2, stampAt(2), { name: 'Ali', next: { on: '2020-02-29' } }),
      editOf(3, stampAt(3), { name: 'Not planned' }),
      editOf(4, stampAt(4), { name: 'Gone', next: { on: '2026-03-29' } }),
      editOf(4, stampAt(5), { deleted: tombstoneOf({ name: stampAt(4) }) }),
    );
    const text = await readFeed();
    expect(daysIn(text).sort()).toEqual(['2020-02-29 Be in touch with Ali', '2026-03-29 Call Dana Ruiz']);
    const event = ical.sync.parseICS(text)[`${idOf(1)}-2026-03-29`];
    if (event?.type !== 'VEVENT') throw new Error('There is no event of that id');
    expect(event.datetype).toBe('date');
    expect(event.transparency).toBe('TRANSPARENT');
    expect(event.url).toBe(`${origin}/people/${idOf(1)}`);
    expect(event.dtstamp.toISOString()).toBe('2023-11-14T22:13:20.000Z');
    expect(event.lastmodified?.toISOString()).toBe('2023-11-14T22:13:20.000Z');
    expect(event.alarms).toEqual([expect.objectContaining({ action: 'DISPLAY', trigger: 'PT9H' })]);
  });

  it('moves a rhythm with a touch, and an agreed day goes with the touch that it was for', async () => {
    const every = { every: 6, unit: 'week', from: '2026-01-01' };
    await sync(
      editOf(1, stampAt(1), { name: 'Dana', rhythm: every, next: { on: '2026-01-20' } }),
      touchEdit(11, 1, null),
      touchEdit(12, 1, '2026-01-25T10:00:00.000Z', 'contacts'),
    );
    expect(daysIn(await readFeed())).toEqual(['2026-01-20 Be in touch with Dana']);
    await sync(touchEdit(13, 1, '2026-01-20T10:00:00.000Z'));
    expect(daysIn(await readFeed())).toEqual(['2026-03-03 Be in touch with Dana']);
    expect(await readFeed()).not.toContain('RRULE');
  });

  it('counts days where the person is, or else where the agent is', async () => {
    const every = { every: 1, unit: 'day', from: '2026-01-01' };
    await sync(
      preferZone('America/Los_Angeles'),
      editOf(1, stampAt(1), { name: 'Here', rhythm: every }),
      editOf(2, stampAt(2), { name: 'There', rhythm: every, zone: 'Pacific/Kiritimati' }),
      touchEdit(11, 1, '2026-05-05T06:30:00.000Z'),
      touchEdit(12, 2, '2026-05-05T12:30:00.000Z'),
    );
    expect(daysIn(await readFeed())).toEqual([
      '2026-05-05 Be in touch with Here',
      '2026-05-07 Be in touch with There',
    ]);
  });

  it('says where somebody without a name was met, and no number or address in place of the name', async () => {
    await sync(
      editOf(5, stampAt(5), { name: 'Chamber mixer' }, { table: 'occasion' }),
      editOf(1, stampAt(1), {
        next: { on: '2026-03-29', way: 'call' },
        occasion: idOf(5),
        'phone/aaaaaaaa': { typed: '231 555 0142', e164: '+12315550142' },
      }),
      editOf(2, stampAt(2), {
        next: { on: '2026-03-30' },
        'email/aaaaaaaa': { typed: 'dana@ruiz.example' },
      }),
    );
    expect(daysIn(await readFeed())).toEqual([
      '2026-03-29 Call somebody you met at Chamber mixer',
      '2026-03-30 Be in touch with somebody you met',
    ]);
  });

  it('has the day that an occasion is on again exactly where that may leave', async () => {
    await sync(editOf(5, stampAt(5), { name: 'Open house', again: '2026-06-06' }, { table: 'occasion' }));
    const days = daysIn(await readFeed());
    expect(days).toEqual(mayLeave('occasion', 'again', 'public') ? ['2026-06-06 Open house'] : []);
  });
});

/** A value for each field that is the agent's own memory, and how it would look in a calendar. */
const secrets: Partial<Record<TableName, Record<string, Json>>> = {
  person: {
    language: 'zxx',
    cardLines: 'X-SECRETCARD:secretcard',
    household: idOf(0xabcde1),
    lookedAt: '2031-01-07T10:11:12.000Z',
    notedAt: '2031-01-08T10:11:12.000Z',
    isImported: true,
    zone: 'Asia/Secretzone',
    recall: {
      ...{ due: '2031-01-09T10:11:12.000Z', stability: 7.654321, difficulty: 6.54321, reps: 4321 },
      ...{ lapses: 5432, state: 2, steps: 6543, seenAt: '2031-01-10T10:11:12.000Z' },
    },
    merged: { into: idOf(0xabcde2), rows: [idOf(0xabcde3)], before: { name: 'secretbefore' } },
    'apart/aaaaaaaa': { person: idOf(0xabcde4) },
    'detail/aaaaaaaa': {
      ...{ kind: 'kids', text: 'secretdetail', note: idOf(0xabcde5), suggested: 'secretsuggested' },
      ...{ on: '2031-01-11', way: 'visit' },
    },
  },
  note: {
    person: idOf(1),
    text: 'secretnote',
    writtenAt: '2031-01-12T10:11:12.000Z',
    readAt: '2031-01-13T10:11:12.000Z',
    'aside/aaaaaaaa': { kind: 'kids', text: 'secretaside' },
  },
  occasion: { place: { latitude: 12.34567, longitude: 76.54321, accuracy: 9.87654 }, again: null },
  visitor: {
    ...{ profile: idOf(0xabcde6), name: 'secretvisitor', company: 'secretfirm', message: 'secretmessage' },
    ...{ sentAt: '2031-01-14T10:11:12.000Z', answer: 'kept' },
    'phone/aaaaaaaa': { typed: 'secretphone' },
    'email/aaaaaaaa': { typed: 'secretemail' },
  },
  file: {
    ...{
      person: idOf(1),
      kind: 'recording',
      type: 'audio/secrettype',
      hash: 'ab'.repeat(32),
      bytes: 7_654_321,
    },
    ...{ takenAt: '2031-01-15T10:11:12.000Z', note: idOf(0xabcde7), seconds: 54.321, isCutOff: true },
    ...{ heardLive: 'secretlive', heardOnDevice: 'secretondevice', heardByServer: 'secretbyserver' },
  },
  preference: {
    ...{ zone: 'Asia/Secretagent', evening: '23:57', morning: '04:03', namesShown: true },
    'question/aaaaaaaa': { text: 'secretquestion' },
  },
  device: { device: 'secretdevi', name: 'secretdevice' },
};
/** What may leave, and still is none of a calendar's business. */
const others: Partial<Record<TableName, Record<string, Json>>> = {
  person: {
    ...{ company: 'secretcompany', title: 'secrettitle', metAt: '2031-01-16T10:11:12.000Z' },
    occasion: idOf(0xabcde8),
    'phone/aaaaaaaa': { typed: 'secretnumber', e164: '+12315550177' },
    'email/aaaaaaaa': { typed: 'secret@example.com' },
    'handle/aaaaaaaa': { typed: '@secrethandle', url: 'https://secret.example' },
    'address/aaaaaaaa': { typed: 'secretstreet' },
  },
};
const planned = {
  name: 'Dana Ruiz',
  next: { on: '2026-03-01' },
  rhythm: { every: 9, unit: 'week', from: '2026-01-01' },
};

/** Every text and every large number in it; of a time, the day as a calendar writes it. */
function marksOf(value: Json): string[] {
  if (typeof value === 'number') return value > 100 || !Number.isInteger(value) ? [String(value)] : [];
  if (typeof value === 'string') {
    const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(value);
    const isWord = value.length > 7 || /^\d\d:\d\d$/.test(value);
    return day ? [day[0], `${day[1]}${day[2]}${day[3]}`] : isWord && value !== idOf(1) ? [value] : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(marksOf) : [];
}

describe('what is private', () => {
  it('is in no calendar, and neither is anything else but what to call somebody', async () => {
    const edits = tableNames.flatMap((table, n) => {
      const values = { ...secrets[table], ...others[table], ...(table === 'person' && planned) };
      if (Object.keys(values).length === 0) return [];
      const id = table === 'preference' ? preferenceId : idOf(table === 'person' ? 1 : 100 + n);
      return [{ ...editOf(1, stampAt(n + 1), values, { table }), id }];
    });
    await sync(...edits, touchEdit(50, 1, '2020-01-01T00:00:00.000Z'));
    const text = (await readFeed()).replace(/\r\n /g, '');
    expect(daysIn(text)).toEqual(['2026-03-01 Be in touch with Dana Ruiz']);
    const marks = [secrets, others].flatMap((all) => Object.values(all).flatMap(marksOf));
    expect(marks.length).toBeGreaterThan(50);
    for (const mark of marks) expect(text.toLowerCase()).not.toContain(mark.toLowerCase());
    expect(text).not.toMatch(/secret|nearby/i);
  });

  it('is all there is in the tables: a field that is added later has to be planted here', () => {
    for (const table of tableNames) {
      const { fields, entries } = tableDefinitions[table];
      const all = [...Object.keys(fields), ...Object.keys(entries).map((name) => `${name}/aaaaaaaa`)];
      const hidden = all.filter((key) => key !== 'deleted' && !mayLeave(table, key, 'public'));
      const here = Object.keys(secrets[table] ?? {});
      expect(
        hidden.filter((key) => !here.includes(key)),
        table,
      ).toEqual([]);
    }
  });
});

describe('the address', () => {
  it('is made once, shown again to its owner, and renewed: the old one is nobody’s', async () => {
    await sync(editOf(1, stampAt(1), { name: 'Dana', next: { on: '2026-03-29' } }));
    expect(calendarStateSchema.parse((await ask()).json())).toEqual({ feed: null });
    const first = await make();
    expect(first).toMatch(/^\/calendar\/[\w-]{75}\.ics$/);
    expect(pathIn(await ask())).toBe(first);
    expect(await make()).toBe(first);
    const second = await make(first);
    expect(second).not.toBe(first);
    // The same request once more, or another device that has not heard of the new one.
    expect(await make(first)).toBe(second);
    expect((await fetchFeed(first)).statusCode).toBe(404);
    expect((await fetchFeed(second)).statusCode).toBe(200);
    expect((await end()).statusCode).toBe(204);
    expect((await end()).statusCode).toBe(204);
    expect((await fetchFeed(second)).statusCode).toBe(404);
    expect(calendarStateSchema.parse((await ask()).json())).toEqual({ feed: null });
  });

  it('is one for two who make it at once', async () => {
    const paths = await Promise.all([make(), make(), make()]);
    expect(new Set(paths).size).toBe(1);
  });

  it('answers alike for whatever is none', async () => {
    const path = await make();
    const ofSameAccount = path.replace(/.{4}\.ics$/, (last) =>
      last === 'AAAA.ics' ? 'BBBB.ics' : 'AAAA.ics',
    );
    const ofNobody = path.replace(
      /[\w-]{75}/,
      makeAccountToken('11111111-1111-4111-8111-111111111111').token,
    );
    const answers: LightMyRequestResponse[] = [];
    for (const url of [ofSameAccount, ofNobody, '/calendar/x.ics', '/calendar/.ics']) {
      answers.push(await fetchFeed(url, { cookie }));
    }
    for (const { statusCode, body, headers } of answers) {
      expect(statusCode).toBe(404);
      expect(body).toBe(answers[0]?.body);
      expect(headers['etag']).toBeUndefined();
    }
    expect((await server.app.inject({ method: 'POST', url: path, payload: {} })).statusCode).toBe(404);
  });

  it('works for HEAD, without a session, and is kept by no shared cache', async () => {
    await sync(editOf(1, stampAt(1), { name: 'Dana', next: { on: '2026-03-29' } }));
    const url = await make();
    const { headers, body } = await fetchFeed(url);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(headers['cache-control']).toBe('private, max-age=600');
    expect(headers['x-robots-tag']).toBe('noindex, nofollow');
    expect(headers['referrer-policy']).toBe('no-referrer');
    const head = await server.app.inject({ method: 'HEAD', url });
    expect(head.statusCode).toBe(200);
    expect(head.body).toBe('');
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(body)));
    expect(head.headers['etag']).toBe(headers['etag']);
  });

  it('says that nothing has changed, until something has', async () => {
    await sync(editOf(1, stampAt(1), { name: 'Dana', next: { on: '2026-03-29' } }));
    const url = await make();
    const tag = String((await fetchFeed(url)).headers['etag']);
    const again = await fetchFeed(url, { 'if-none-match': `"other", ${tag}` });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    expect(again.headers['etag']).toBe(tag);
    await sync(editOf(1, stampAt(2), { name: 'Dana Ruiz' }));
    const after = await fetchFeed(url, { 'if-none-match': tag });
    expect(after.statusCode).toBe(200);
    expect(after.body).toContain('Dana Ruiz');
    expect((await fetchFeed(url, { 'if-none-match': '*' })).statusCode).toBe(304);
  });

  it('is tried so often a minute, and no more', async () => {
    const statuses = new Map<number, number>();
    for (let n = 0; n < 301; n += 1) {
      const { statusCode } = await fetchFeed('/calendar/x.ics');
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([
      [404, 300],
      [429, 1],
    ]);
    expect((await fetchFeed(await make())).statusCode).toBe(429);
  });

  it('goes with its account, and is in no log', async () => {
    const url = await make();
    const token = /[\w-]{75}/.exec(url)?.[0] ?? '';
    const proof = { kind: 'password', password: 'correct horse battery' };
    const gone = await server.app.inject(
      postJson('/api/account/delete', { proof, leavesOthers: false }, { cookie }),
    );
    expect(gone.statusCode).toBe(204);
    expect((await fetchFeed(url)).statusCode).toBe(404);
    const left = server.db.selectFrom('calendar_feed').selectAll().where('account_id', '=', accountId);
    expect(await left.execute()).toEqual([]);
    expect(server.logged.join('\n')).not.toContain(token);
  });
});
