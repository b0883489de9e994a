import { expect, test } from 'vitest';
import { timeThere } from '../../../src/app/ui/next/local-time.ts';
import {
  dateInWords,
  dueInWords,
  nextInWords,
  planInWords,
  rhythmInWords,
  wayInWords,
} from '../../../src/app/ui/next/next-words.ts';

const today = '2026-11-22';
const on = (date: string, way?: string) => ({ on: date, way });

test.each([
  ['2026-11-22', 'today'],
  ['2026-11-23', 'tomorrow'],
  ['2026-11-21', 'yesterday'],
  ['2026-11-24', 'Tue 24 Nov'],
  ['2026-12-01', 'Tue 1 Dec'],
  ['2026-11-20', 'Fri 20 Nov'],
  ['2027-01-01', 'Fri 1 Jan 2027'],
  ['2028-02-29', 'Tue 29 Feb 2028'],
  ['2025-12-31', 'Wed 31 Dec 2025'],
])('%s is %s', (date, words) => {
  expect(dateInWords(date, today)).toBe(words);
});

test.each([
  [on('2026-12-01', 'call'), 'Call, Tue 1 Dec', 'Call on Tue 1 Dec'],
  [on('2026-11-23', 'coffee'), 'Coffee, tomorrow', 'Coffee tomorrow'],
  [on('2026-11-22', 'visit'), 'Visit, today', 'Visit today'],
  [on('2026-12-01'), 'Tue 1 Dec', 'Be in touch on Tue 1 Dec'],
  [on('2026-11-23'), 'Tomorrow', 'Be in touch tomorrow'],
  [on('2026-12-01', 'of-a-later-version'), 'Tue 1 Dec', 'Be in touch on Tue 1 Dec'],
  [on('2026-11-20', 'call'), 'Call, Fri 20 Nov', 'Call, since Fri 20 Nov'],
  [on('2026-11-21'), 'Yesterday', 'Be in touch, since yesterday'],
  [on('2026-12-01', 'constructor'), 'Tue 1 Dec', 'Be in touch on Tue 1 Dec'],
])('a plan for %o', (next, short, long) => {
  expect(nextInWords(next, today)).toBe(short);
  expect(planInWords(next, today)).toBe(long);
});

test.each([
  [on('2026-11-22', 'coffee'), 'Coffee, today'],
  [on('2026-11-22'), 'Today'],
  [on('2026-11-21', 'call'), 'Call, since yesterday'],
  [on('2026-11-20', 'call'), 'Call, since Fri 20 Nov'],
  [on('2026-11-20'), 'Since Fri 20 Nov'],
  [on('2026-11-09', 'text'), 'Text, since Mon 9 Nov'],
  [on('2026-11-08', 'text'), 'Text, since Sun 8 Nov'],
  [on('2026-09-25', 'text'), 'Text, since Fri 25 Sep'],
  [on('2026-08-22', 'text'), 'Text, since Sat 22 Aug'],
  [on('2025-11-22', 'email'), 'Email, since Sat 22 Nov 2025'],
  [on('2026-11-23', 'call'), 'Call, tomorrow'],
  [on('2026-12-01', 'call'), 'Call, Tue 1 Dec'],
])('due %o', (due, words) => {
  expect(dueInWords(due, today)).toBe(words);
});

test('a rhythm as one says it', () => {
  expect(rhythmInWords({ every: 6, unit: 'week' })).toBe('every 6 weeks');
  expect(rhythmInWords({ every: 1, unit: 'week' })).toBe('every week');
  expect(rhythmInWords({ every: 3, unit: 'month' })).toBe('every 3 months');
  expect(rhythmInWords({ every: 1, unit: 'year' })).toBe('every year');
});

test('a way that has no words has none', () => {
  expect(wayInWords('call')).toBe('Call');
  expect(wayInWords(undefined)).toBeUndefined();
  expect(wayInWords('toString')).toBeUndefined();
});

test('the time there, where it is another', () => {
  const ms = Date.UTC(2026, 10, 22, 12, 14);
  expect(timeThere('Asia/Tokyo', 'America/Detroit', ms)).toBe('9:14 pm there');
  expect(
    timeThere('America/New_York', 'America/Detroit', ms),
    'another name for the same time',
  ).toBeUndefined();
  // Phoenix knows no daylight saving: in summer it shows Los Angeles' time, in winter Denver's.
  const summer = Date.UTC(2026, 6, 1, 12);
  expect(timeThere('America/Phoenix', 'America/Los_Angeles', summer)).toBeUndefined();
  expect(timeThere('America/Phoenix', 'America/Los_Angeles', ms)).toBe('5:14 am there');
  // The same hour of another day.
  expect(timeThere('Pacific/Kiritimati', 'Pacific/Honolulu', ms)).toBe('2:14 am there');
});
