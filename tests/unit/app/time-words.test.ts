import { describe, expect, test } from 'vitest';
import {
  dateInWords,
  dayInWords,
  endOfDay,
  momentInWords,
  spanInWords,
  startOfDay,
  timeInWords,
} from '../../../src/app/ui/time-words.ts';

const at = (...parts: [number, number, number, number?, number?]) => new Date(...parts);
const now = at(2026, 10, 22, 0, 30).getTime();
/** Node puts a narrow no-break space before am and pm. */
const plain = (words: string) => words.replace(/\s/gu, ' ');

test('the hour, as people here write it', () => {
  expect(plain(timeInWords('2026-11-22T23:42:00.000Z'))).toBe('6:42 pm');
  expect(plain(timeInWords('2026-11-22T05:05:00.000Z'))).toBe('12:05 am');
});

describe('the day', () => {
  test.each([
    [at(2026, 10, 22, 0, 0), 'today'],
    [at(2026, 10, 22, 23, 59), 'today'],
    [at(2026, 10, 21, 23, 59), 'yesterday'],
    [at(2026, 10, 21, 0, 0), 'yesterday'],
    [at(2026, 10, 20, 12), 'Friday'],
    [at(2026, 10, 16, 0, 0), 'Monday'],
    [at(2026, 10, 15, 23, 59), '15 Nov'],
    [at(2026, 0, 1), '1 Jan'],
    [at(2025, 11, 31, 23, 59), '31 Dec 2025'],
    [at(2026, 10, 23, 1), '23 Nov'],
  ])('%s is %s', (date, words) => {
    expect(dayInWords(date.toISOString(), now)).toBe(words);
  });

  test('is counted right over the days with 23 and 25 hours', () => {
    const spring = at(2026, 2, 9, 0, 30).getTime();
    expect(dayInWords(at(2026, 2, 8, 0, 15).toISOString(), spring)).toBe('yesterday');
    expect(dayInWords(at(2026, 2, 3, 12).toISOString(), spring)).toBe('Tuesday');
    const autumn = at(2026, 10, 2, 0, 30).getTime();
    expect(dayInWords(at(2026, 10, 1, 23, 30).toISOString(), autumn)).toBe('yesterday');
    expect(dayInWords(at(2026, 9, 26, 1).toISOString(), autumn)).toBe('26 Oct');
  });
});

test('a moment is the day and the hour', () => {
  expect(plain(momentInWords(at(2026, 10, 21, 18, 42).toISOString(), now))).toBe('yesterday, 6:42 pm');
  expect(plain(momentInWords(at(2026, 10, 22, 18, 42).toISOString(), now))).toBe('today, 6:42 pm');
});

test('a date has its weekday', () => {
  expect(dateInWords(now)).toBe('Sunday, 22 Nov');
});

test("the day's two midnights are those of the device's calendar", () => {
  expect(startOfDay(at(2026, 10, 22, 18).getTime())).toBe(at(2026, 10, 22).getTime());
  expect(endOfDay(at(2026, 10, 22, 18).getTime())).toBe(at(2026, 10, 23).getTime());
  const hours = (date: Date) => (endOfDay(date.getTime()) - startOfDay(date.getTime())) / 3_600_000;
  expect([at(2026, 2, 8, 12), at(2026, 10, 1, 12), at(2026, 10, 22)].map(hours)).toEqual([23, 25, 24]);
});

test.each([
  [10_000, '1 minute'],
  [6 * 60_000, '6 minutes'],
  [59 * 60_000, '1 hour'],
  [3 * 3_600_000, '3 hours'],
  [26 * 3_600_000, '1 day'],
  [45 * 86_400_000, '2 months'],
  [364.9 * 86_400_000, '1 year'],
  [3 * 365 * 86_400_000, '3 years'],
])('%i milliseconds are %s', (ms, words) => {
  expect(spanInWords(ms)).toBe(words);
});
