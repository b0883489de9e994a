import { describe, expect, test } from 'vitest';
import { count, statusInWords } from '../../../src/app/ui/status-words.ts';
import type { SyncStatus } from '../../../src/sync/status.ts';

const now = new Date(2026, 10, 22, 20, 0).getTime();
const sinceMs = new Date(2026, 10, 22, 18, 42).getTime();
const since = 'Everything is in your contact database since today, 6:42 pm.';

const cases: readonly [SyncStatus, string, string][] = [
  [{ kind: 'on-device', waiting: 0 }, 'on this phone', 'What you save is kept on this phone.'],
  [{ kind: 'on-device', waiting: 1 }, '1 on this phone', '1 person kept on this phone.'],
  [{ kind: 'on-device', waiting: 12 }, '12 on this phone', '12 people kept on this phone.'],
  [
    { kind: 'waiting', waiting: 2, filesWaiting: 0, isOnline: true },
    '2 waiting',
    '2 people kept on this phone. On the way to your contact database.',
  ],
  [
    { kind: 'waiting', waiting: 1, filesWaiting: 0, isOnline: false },
    'offline, 1 waiting',
    '1 person kept on this phone. On the way to your contact database as soon as you have signal.',
  ],
  [
    { kind: 'waiting', waiting: 0, filesWaiting: 2, isOnline: true },
    '2 pictures waiting',
    '2 pictures kept on this phone. On the way to your contact database.',
  ],
  [
    { kind: 'waiting', waiting: 0, filesWaiting: 1, isOnline: false },
    'offline, 1 picture waiting',
    '1 picture kept on this phone. On the way to your contact database as soon as you have signal.',
  ],
  [
    { kind: 'waiting', waiting: 0, filesWaiting: 0, isOnline: true },
    'connecting',
    'Nothing is waiting here, but your contact database has not answered yet.',
  ],
  [
    { kind: 'waiting', waiting: 0, filesWaiting: 0, isOnline: false },
    'offline',
    'Nothing is waiting here, but your contact database has not answered yet.',
  ],
  [{ kind: 'in-database', sinceMs, isOnline: true }, 'all in database', since],
  [{ kind: 'in-database', sinceMs, isOnline: false }, 'offline', `You are offline. ${since}`],
  [
    { kind: 'signed-out', waiting: 2 },
    'sign in again',
    '2 people kept on this phone. Sign in again to send it to your contact database.',
  ],
  [
    { kind: 'signed-out', waiting: 0 },
    'sign in again',
    'Kept on this phone. Sign in again to send it to your contact database.',
  ],
  [
    { kind: 'database-full', waiting: 1, filesWaiting: 2 },
    '1 waiting',
    '1 person kept on this phone. Your contact database has no room left: its disk is full.',
  ],
  [
    { kind: 'database-full', waiting: 0, filesWaiting: 2 },
    '2 pictures waiting',
    '2 pictures kept on this phone. Your contact database has no room left: its disk is full.',
  ],
  [{ kind: 'outdated', waiting: 2 }, 'update to sync', 'Update the app to sync again. Nothing is lost.'],
  [
    { kind: 'refused', refused: 1, waiting: 2 },
    '1 to look at',
    'Your contact database would not take 1 change. Kept on this phone.',
  ],
  [
    { kind: 'refused', refused: 3, waiting: 2 },
    '3 to look at',
    'Your contact database would not take 3 changes. Kept on this phone.',
  ],
];

describe('the words of a status', () => {
  test.each(cases)('%o is %j', (status, short, long) => {
    const words = statusInWords(status, now);
    expect(words.short).toBe(short);
    expect(words.long.replace(/\s/gu, ' ')).toBe(long);
  });

  test('S-16 say safe for nothing but what is in the database', () => {
    for (const [status] of cases) {
      expect(statusInWords(status, now).isSafe).toBe(status.kind === 'in-database');
    }
  });
});

test('a number with its noun', () => {
  expect([count(1, 'change'), count(0, 'change'), count(2, 'person', 'people')]).toEqual([
    '1 change',
    '0 changes',
    '2 people',
  ]);
});
