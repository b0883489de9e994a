import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/domain/json.ts';
import type { TableName } from '../../../src/domain/row.ts';
import { rowIdSchema } from '../../../src/domain/row-id.ts';
import {
  findFieldProblems,
  maxLineLength,
  maxNoteLength,
  preferenceId,
  silentWays,
  tableNames,
  touchWays,
} from '../../../src/domain/tables.ts';
import { rowId } from './arbitraries.ts';

interface FieldCase {
  readonly table: TableName;
  readonly field: string;
  readonly good: readonly Json[];
  readonly bad: readonly Json[];
}

const time = '2026-11-22T18:42:00.000Z';
const stamp = '0mubbs7i8000aaaaaaaaaa';
const line = {
  good: ['', 'Dana', 'Zoë Ångström', '李娜', '👩🏽‍🍳', 'x'.repeat(maxLineLength)],
  bad: [null, 1, true, [], {}, 'a\0b', 'a\ud83d', 'x'.repeat(maxLineLength + 1)],
};
const moment = {
  good: [time, '2026-11-22T18:42:00Z'],
  bad: ['', '2026-11-22', '22 Nov', '2026-11-22T18:42:00+01:00', '2026-13-22T18:42:00Z', 1, {}],
};
const link = { good: [rowId], bad: ['', 'dana', '018f0a5d-ac96-474b-bcce-b302099a8057', 1, {}] };
const tombstone = {
  good: [null, {}, { aaaaaaaaaa: stamp }],
  bad: [true, 'yes', [], { a: stamp }, { aaaaaaaaaa: 'now' }, { aaaaaaaaaa: null }, { AAAAAAAAAA: stamp }],
};
const typed = 'Dana';
const day = {
  good: ['2026-12-01', '2028-02-29', '1999-01-01'],
  bad: ['', '2026-13-01', '2026-02-30', '2027-02-29', '1 Dec', time, 20261201],
};
const zone = {
  good: [null, 'America/Detroit', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'UTC', 'Asia/Ho_Chi_Minh'],
  bad: ['', ' UTC', '+05:00', 'America/Detroit\n', 'x'.repeat(65), 5, {}],
};
const clockTime = {
  good: [null, '00:00', '07:30', '20:00', '23:59'],
  bad: ['', '24:00', '7:30', '07:60', '07:30:00', '8 pm', 20],
};
const recall = {
  due: time,
  stability: 3.17,
  difficulty: 5.3,
  reps: 1,
  lapses: 0,
  state: 2,
  steps: 0,
  seenAt: time,
};
const without = (member: string) =>
  Object.fromEntries(Object.entries(recall).filter(([name]) => name !== member));

const cases: readonly FieldCase[] = [
  { table: 'person', field: 'name', ...line },
  { table: 'person', field: 'company', ...line },
  { table: 'person', field: 'title', ...line },
  {
    table: 'person',
    field: 'language',
    good: [null, 'es', 'pt-BR', 'zh-Hant-TW'],
    bad: ['', 'Spanish', 'es_MX', 'ES', 1, {}],
  },
  {
    table: 'person',
    field: 'cardLines',
    good: ['', 'BDAY:1980-03-07\nX-ROOM:2', 'x'.repeat(maxNoteLength)],
    bad: [null, 1, 'a\0b', 'x'.repeat(maxNoteLength + 1)],
  },
  { table: 'person', field: 'metAt', good: moment.good, bad: [...moment.bad, null] },
  { table: 'person', field: 'occasion', good: [...link.good, null], bad: link.bad },
  { table: 'person', field: 'household', good: [...link.good, null], bad: link.bad },
  { table: 'person', field: 'lookedAt', good: [...moment.good, null], bad: moment.bad },
  { table: 'person', field: 'deleted', ...tombstone },
  { table: 'person', field: 'isImported', good: [true, false], bad: [null, 'true', 1] },
  {
    table: 'person',
    field: 'next',
    good: [
      null,
      ...day.good.map((on) => ({ on })),
      ...['call', 'text', 'email', 'coffee', 'visit', 'other'].map((way) => ({ on: '2026-12-01', way })),
    ],
    bad: [
      ...day.bad.map((on) => ({ on })),
      '2026-12-01',
      {},
      { way: 'call' },
      { on: '2026-12-01', way: 'pigeon' },
      { on: '2026-12-01', way: null },
      { on: '2026-12-01', at: '16:00' },
      { on: null },
    ],
  },
  {
    table: 'person',
    field: 'rhythm',
    good: [
      null,
      { every: 6, unit: 'week', from: '2026-11-22' },
      { every: 1, unit: 'day', from: '2026-11-22' },
      { every: 400, unit: 'month', from: '2026-11-22' },
      { every: 1, unit: 'year', from: '2028-02-29' },
    ],
    bad: [
      ...day.bad.map((from) => ({ every: 6, unit: 'week', from })),
      {},
      { every: 0, unit: 'week', from: '2026-11-22' },
      { every: -1, unit: 'week', from: '2026-11-22' },
      { every: 1.5, unit: 'week', from: '2026-11-22' },
      { every: 401, unit: 'week', from: '2026-11-22' },
      { every: '6', unit: 'week', from: '2026-11-22' },
      { every: 6, unit: 'weeks', from: '2026-11-22' },
      { every: 6, unit: 'week' },
      { every: 6, unit: 'week', from: '2026-11-22', way: 'call' },
      'every 6 weeks',
    ],
  },
  { table: 'person', field: 'zone', ...zone },
  {
    table: 'person',
    field: 'recall',
    good: [null, recall, { ...recall, state: 0, reps: 0 }, { ...recall, state: 3, lapses: 2 }],
    bad: [
      {},
      ...Object.keys(recall).map(without),
      { ...recall, due: '2026-11-22' },
      { ...recall, state: 4 },
      { ...recall, reps: -1 },
      { ...recall, reps: 0.5 },
      { ...recall, score: 1 },
    ],
  },
  {
    table: 'person',
    field: 'merged',
    good: [
      null,
      { into: rowId, rows: [], before: {} },
      {
        into: rowId,
        rows: [rowId],
        before: { company: 'Bakery', 'phone/k3j9x0a1': null, next: { on: 'x' } },
      },
    ],
    bad: [
      {},
      { into: 'dana', rows: [], before: {} },
      { into: rowId, rows: ['dana'], before: {} },
      { into: rowId, rows: [] },
      { into: rowId, rows: [], before: [] },
      { into: rowId, rows: [], before: {}, by: 'Kim' },
      rowId,
    ],
  },
  {
    table: 'person',
    field: 'apart/k3j9x0a1',
    good: [null, { person: rowId }],
    bad: [rowId, {}, { person: 'dana' }, { person: null }, { person: rowId, name: 'Dana' }],
  },
  {
    table: 'person',
    field: 'phone/k3j9x0a1',
    good: [
      null,
      { typed: '' },
      { typed },
      { typed, e164: '+12127365000' },
      { typed, e164: '+123456789012345' },
      { typed, label: 'work' },
    ],
    bad: [
      typed,
      {},
      { e164: '+12127365000' },
      { typed: 'a\0b' },
      { typed, e164: '12127365000' },
      { typed, e164: '+1234567890123456' },
      { typed, e164: '+02127365000' },
      { typed, e164: '+1 212' },
      { typed, work: true },
    ],
  },
  {
    table: 'person',
    field: 'email/k3j9x0a1',
    good: [null, { typed }],
    bad: [typed, {}, { typed: 1 }, { typed, e164: '+12127365000' }],
  },
  {
    table: 'person',
    field: 'address/k3j9x0a1',
    good: [null, { typed }, { typed, label: 'home' }],
    bad: [typed, {}, { typed: 1 }, { typed, label: null }, { typed, city: 'Clare' }],
  },
  {
    table: 'person',
    field: 'handle/k3j9x0a1',
    good: [null, { typed }, { typed, network: 'X', url: 'https://x.com/dana' }],
    bad: [typed, {}, { typed, url: null }, { typed, url: 'x'.repeat(maxLineLength + 1) }, { typed, id: 'a' }],
  },
  { table: 'note', field: 'person', good: link.good, bad: [...link.bad, null] },
  {
    table: 'note',
    field: 'text',
    good: ['', 'two\nlines', 'x'.repeat(maxNoteLength)],
    bad: [null, 1, 'a\0b', '\ude00a', 'x'.repeat(maxNoteLength + 1)],
  },
  { table: 'note', field: 'writtenAt', good: moment.good, bad: [...moment.bad, null] },
  { table: 'note', field: 'deleted', ...tombstone },
  { table: 'occasion', field: 'name', ...line },
  { table: 'occasion', field: 'colour', good: ['blue', 'teal'], bad: ['', 'pink', 'Blue', null, 1] },
  { table: 'occasion', field: 'until', good: [...moment.good, null], bad: moment.bad },
  {
    table: 'occasion',
    field: 'place',
    good: [
      null,
      { latitude: 43.8, longitude: -84.7, accuracy: 12 },
      { latitude: -90, longitude: 180, accuracy: 0 },
    ],
    bad: [
      '43.8, -84.7',
      {},
      { latitude: 91, longitude: 0, accuracy: 1 },
      { latitude: 0, longitude: -181, accuracy: 1 },
      { latitude: 0, longitude: 0, accuracy: -1 },
      { latitude: 0, longitude: 0 },
    ],
  },
  { table: 'occasion', field: 'again', good: [null, ...day.good], bad: day.bad },
  { table: 'occasion', field: 'deleted', ...tombstone },
  { table: 'touch', field: 'person', good: link.good, bad: [...link.bad, null] },
  {
    table: 'touch',
    field: 'way',
    good: [...touchWays],
    bad: ['', 'pigeon', null, 1],
  },
  { table: 'touch', field: 'at', good: [...moment.good, null], bad: moment.bad },
  { table: 'touch', field: 'about', ...line },
  { table: 'touch', field: 'deleted', ...tombstone },
  {
    table: 'profile',
    field: 'token',
    good: [null, 'k3j9x0a1k3j9x0a1k3j9x0', 'x'.repeat(43)],
    bad: ['', 'short', 'x'.repeat(44), 'k3j9x0a1k3j9x0a1k3j9/0', 1],
  },
  { table: 'profile', field: 'deleted', ...tombstone },
  { table: 'template', field: 'way', good: ['text', 'email', 'whatsapp'], bad: ['', 'call', null] },
  { table: 'template', field: 'language', good: ['en', 'es'], bad: ['', null, 'English'] },
  { table: 'template', field: 'text', good: ['Hello {first name}!\nKim'], bad: [null, 'a\0b'] },
  { table: 'visitor', field: 'profile', good: link.good, bad: [...link.bad, null] },
  { table: 'visitor', field: 'message', good: ['', 'two\nlines'], bad: [null, 'a\0b', 'x'.repeat(2_001)] },
  { table: 'visitor', field: 'phone/k3j9x0a1', good: [{ typed }], bad: [typed, { typed, label: 'work' }] },
  { table: 'visitor', field: 'answer', good: ['kept', 'not-kept', null], bad: ['', 'yes', true] },
  { table: 'visitor', field: 'deleted', ...tombstone },
  { table: 'preference', field: 'zone', ...zone },
  { table: 'preference', field: 'evening', ...clockTime },
  { table: 'preference', field: 'morning', ...clockTime },
  { table: 'preference', field: 'namesShown', good: [true, false], bad: [null, 'yes', 1] },
  {
    table: 'preference',
    field: 'question/k3j9x0a1',
    good: [null, { text: '' }, { text: 'What are you building?' }],
    bad: ['What?', {}, { text: null }, { text: 'a', order: 1 }, { text: 'x'.repeat(maxLineLength + 1) }],
  },
  { table: 'preference', field: 'deleted', ...tombstone },
];

describe.each(cases)('$table $field', ({ table, field, good, bad }) => {
  test('takes what is good', () => {
    for (const value of good) expect(findFieldProblems(table, { [field]: value })).toEqual([]);
  });

  test('names what is bad', () => {
    for (const value of bad) {
      const problems = findFieldProblems(table, { [field]: value });
      expect(problems, JSON.stringify(value)?.slice(0, 80)).not.toEqual([]);
      for (const problem of problems) {
        expect(problem.field.startsWith(field)).toBe(true);
        expect(problem.detail).not.toBe('');
      }
    }
  });
});

test.each(tableNames)('a %s has no fields but its own', (table) => {
  const strange = ['nickname', '', '/', 'phone', 'phone/', 'phone/UPPER', 'phone/short', 'name/k3j9x0a1'];
  const inherited = ['__proto__', 'constructor', 'toString', 'constructor/k3j9x0a1', '__proto__/k3j9x0a1'];
  for (const field of [...strange, ...inherited]) {
    const values = Object.fromEntries([[field, null]]);
    expect(findFieldProblems(table, values)).toEqual([{ field, detail: `A ${table} has no such field.` }]);
  }
});

test('a problem within an entry is named by its path', () => {
  const problems = findFieldProblems('person', { 'phone/k3j9x0a1': { typed, e164: 'x' }, name: 'Dana' });
  expect(problems.map(({ field }) => field)).toEqual(['phone/k3j9x0a1.e164']);
});

test('one can be in touch by a call, a coffee and more; what others never hear of is a way, and silent', () => {
  expect(touchWays).toEqual([
    'call',
    'text',
    'email',
    'follow',
    'whatsapp',
    'contacts',
    'own-mail',
    'card',
    'coffee',
    'visit',
    'other',
  ]);
  expect(silentWays).toEqual(['contacts', 'own-mail', 'card']);
});

test('the one row of what the agent chose has an id that rows may have', () => {
  expect(rowIdSchema.safeParse(preferenceId).success).toBe(true);
});
