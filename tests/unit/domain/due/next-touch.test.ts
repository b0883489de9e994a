import { expect, test } from 'vitest';
import { jsonToNextTouch, jsonToRhythm } from '../../../../src/domain/due/next-touch.ts';
import type { Json } from '../../../../src/domain/json.ts';
import { valuesToPreference } from '../../../../src/domain/preference.ts';

const strange: readonly (Json | undefined)[] = [
  undefined,
  null,
  '',
  '2026-12-01',
  1,
  true,
  [],
  ['2026-12-01'],
  {},
];

test('a next touch that is none reads as none', () => {
  for (const value of [...strange, { on: '' }, { on: 1 }, { on: '1 Dec' }, { on: '2026-12-01T10:00' }])
    expect(jsonToNextTouch(value), JSON.stringify(value)).toBeUndefined();
});

test('a way that is none, or of a later version, does not hide the day', () => {
  expect(jsonToNextTouch({ on: '2026-12-01' })).toEqual({ on: '2026-12-01', way: undefined });
  expect(jsonToNextTouch({ on: '2026-12-01', way: '' })).toEqual({ on: '2026-12-01', way: undefined });
  expect(jsonToNextTouch({ on: '2026-12-01', way: 3 })).toEqual({ on: '2026-12-01', way: undefined });
  expect(jsonToNextTouch({ on: '2026-12-01', way: 'hologram', at: 4 })?.way).toBe('hologram');
});

test('a rhythm of another shape reads as none: it must not bring anybody up every day', () => {
  const good = { every: 6, unit: 'week', from: '2026-11-22' };
  expect(jsonToRhythm(good)).toEqual(good);
  for (const change of [
    { every: 0 },
    { every: -6 },
    { every: 1.5 },
    { every: 401 },
    { every: 1e12 },
    { every: '6' },
    { every: null },
    { unit: 'weeks' },
    { unit: 'toString' },
    { from: null },
    { from: '22 Nov' },
  ])
    expect(jsonToRhythm({ ...good, ...change }), JSON.stringify(change)).toBeUndefined();
  for (const value of strange) expect(jsonToRhythm(value)).toBeUndefined();
});

test('a day that no calendar has does not stop the app', () => {
  for (const on of ['2026-02-30', '2027-02-29', '2026-04-31', '2026-13-01', '0000-00-00', '9999-99-99']) {
    expect(jsonToNextTouch({ on }), on).toBeUndefined();
    expect(jsonToRhythm({ every: 1, unit: 'day', from: on }), on).toBeUndefined();
  }
  for (const on of ['2028-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])
    expect(jsonToNextTouch({ on })?.on).toBe(on);
});

test('what the agent chose is read from any shape', () => {
  const nothing = { zone: null, evening: null, morning: null, namesShown: false, questions: [] };
  expect(valuesToPreference({})).toEqual(nothing);
  expect(
    valuesToPreference({ zone: 5, evening: {}, morning: [], namesShown: 'yes', 'question/k3j9x0a1': null }),
  ).toEqual(nothing);
  expect(
    valuesToPreference({
      zone: 'Asia/Tokyo',
      evening: '20:00',
      namesShown: true,
      'question/k3j9x0a1': { text: 'What are you building?' },
      'question/k3j9x0a2': 'What?',
    }),
  ).toEqual({
    ...nothing,
    zone: 'Asia/Tokyo',
    evening: '20:00',
    namesShown: true,
    questions: [
      { id: 'k3j9x0a1', text: 'What are you building?' },
      { id: 'k3j9x0a2', text: '' },
    ],
  });
});
