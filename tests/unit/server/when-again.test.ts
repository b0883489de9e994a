import { describe, expect, test } from 'vitest';
import { whenAgain } from '../../../src/server/transcription/when-again.ts';

const nowMs = Date.parse('2026-11-26T10:00:00Z');
const tries = { attempts: 1, inARow: 1, random: 1, nowMs };
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const busy = (retryAfter: string | undefined) => ({ kind: 'busy' as const, status: 429, retryAfter });

describe('when a recording is sent again', () => {
  test('one that went wrong waits alone, longer each time, two hours at most', () => {
    const waits = [1, 2, 3, 8, 9, 500].map((attempts) =>
      whenAgain({ kind: 'nonsense' }, { ...tries, attempts }),
    );
    expect(waits.map(({ waitMs }) => waitMs)).toEqual([
      30_000,
      60_000,
      120_000,
      64 * minute,
      2 * hour,
      2 * hour,
    ]);
    expect(waits.every(({ pauseMs, isAttempt }) => pauseMs === 0 && isAttempt)).toBe(true);
  });

  test('after three in a row all wait a little, so that a broken service is not asked without end', () => {
    for (const kind of ['nonsense', 'late', 'broken'] as const) {
      expect(whenAgain({ kind }, { ...tries, inARow: 2 }).pauseMs).toBe(0);
      expect(whenAgain({ kind }, { ...tries, inARow: 3 }).pauseMs).toBe(2 * minute);
    }
  });

  test('where the service is at fault all wait, and it counts against no recording', () => {
    const outcomes = [
      busy(undefined),
      { kind: 'unreachable' as const },
      { kind: 'denied' as const, status: 401 },
    ];
    for (const outcome of outcomes) {
      const again = whenAgain(outcome, tries);
      expect([again.pauseMs, again.isAttempt]).toEqual([again.waitMs, false]);
      expect(again.waitMs).toBeGreaterThan(0);
    }
    expect(whenAgain({ kind: 'unreachable' }, { ...tries, inARow: 99 }).waitMs).toBe(10 * minute);
    expect(whenAgain({ kind: 'misdirected', status: 404 }, tries).waitMs).toBe(2 * hour);
  });

  test('never before the service wants it, in seconds or by a date, a day at most', () => {
    const waits = (text: string) => whenAgain(busy(text), { ...tries, random: 0 }).waitMs;
    expect(waits('120')).toBe(2 * minute);
    expect(waits('Thu, 26 Nov 2026 10:05:00 GMT')).toBe(5 * minute);
    expect([waits('0'), waits('Thu, 26 Nov 2020 10:05:00 GMT')]).toEqual([5_000, 5_000]);
    expect(waits('99999999')).toBe(day);
    expect(whenAgain(busy('120'), tries).waitMs).toBeGreaterThan(2 * minute);
    // What nobody can read counts as nothing said.
    for (const text of ['soon', '', '-5', '1e9']) expect(waits(text)).toBe(5_000);
  });

  test('not all at the same moment', () => {
    const wait = (random: number) => whenAgain({ kind: 'broken' }, { ...tries, random }).waitMs;
    expect([wait(0), wait(0.5), wait(1)]).toEqual([15_000, 22_500, 30_000]);
  });

  test('what a process gave up as it ended is due at once', () => {
    expect(whenAgain({ kind: 'aborted' }, tries)).toEqual({ waitMs: 0, pauseMs: 0, isAttempt: false });
  });
});
