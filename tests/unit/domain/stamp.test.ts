import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ClockReading,
  observeStamp,
  readingToStamp,
  stampPattern,
  stampToDevice,
  stampToReading,
  tickClock,
} from '../../../src/domain/stamp.ts';
import { anyDevice, anyReading, anyStamp } from './arbitraries.ts';

const mine = 'aaaaaaaaaa';
const largestCounter = 36 ** 3 - 1;

function isLater(a: ClockReading, b: ClockReading): boolean {
  return a.ms > b.ms || (a.ms === b.ms && a.counter > b.counter);
}

describe('a stamp', () => {
  test('S-1 has 22 base-36 digits and reads back as it was written', () => {
    void fc.assert(
      fc.property(anyReading, anyDevice, (reading, device) => {
        const stamp = readingToStamp(reading, device);
        expect(stamp).toMatch(stampPattern);
        expect(stampToReading(stamp)).toEqual(reading);
        expect(stampToDevice(stamp)).toBe(device);
      }),
    );
  });

  test('S-1 sorts as text like its reading', () => {
    void fc.assert(
      fc.property(anyReading, anyReading, anyDevice, anyDevice, (a, b, one, other) => {
        fc.pre(isLater(a, b));
        expect(readingToStamp(a, one) > readingToStamp(b, other)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

/** What happens to a device: it edits while its wall clock says anything, or sees somebody's stamp. */
const anyWallClock = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.constantFrom(-1_000, Number.NaN, 0.5, 2.25, 2.75, 1_790_000_000_000, 4_102_444_800_000),
  fc.double({ min: 0, max: 10, noNaN: true }),
);
const anyStep = fc.oneof(
  anyWallClock.map((nowMs) => ({ kind: 'edit' as const, nowMs })),
  anyStamp
    .filter((stamp) => stampToReading(stamp).ms < 36 ** 9 - 1)
    .map((stamp) => ({ kind: 'see' as const, stamp })),
);

describe('a clock', () => {
  test('S-1 stamps each edit later than anything seen before, whatever the wall clock says', () => {
    void fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
        let clock: ClockReading | undefined;
        let latest = '';
        for (const step of steps) {
          if (step.kind === 'see') {
            clock = observeStamp(clock, step.stamp);
            if (step.stamp > latest) latest = step.stamp;
            continue;
          }
          clock = tickClock(clock, step.nowMs);
          const stamp = readingToStamp(clock, mine);
          expect(stamp).toMatch(stampPattern);
          // An equal reading of another device would still be another stamp; ours must be later than all.
          expect(stamp.slice(0, 12) > latest.slice(0, 12)).toBe(true);
          latest = stamp;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('S-1 never goes back by what it sees', () => {
    void fc.assert(
      fc.property(anyReading, anyStamp, (seen, stamp) => {
        const after = observeStamp(seen, stamp);
        expect(isLater(seen, after)).toBe(false);
        expect(isLater(stampToReading(stamp), after)).toBe(false);
        expect([seen, stampToReading(stamp)]).toContainEqual(after);
      }),
    );
  });

  test('S-1 counts within a millisecond, and takes the next one when the counter is full', () => {
    expect(tickClock(undefined, 7)).toEqual({ ms: 7, counter: 0 });
    expect(tickClock({ ms: 7, counter: 0 }, 7)).toEqual({ ms: 7, counter: 1 });
    expect(tickClock({ ms: 7, counter: 4 }, 3)).toEqual({ ms: 7, counter: 5 });
    expect(tickClock({ ms: 7, counter: largestCounter }, 7)).toEqual({ ms: 8, counter: 0 });
    expect(tickClock({ ms: 7, counter: largestCounter }, 9)).toEqual({ ms: 9, counter: 0 });
  });

  test('S-1 is not set back by a wall clock between two milliseconds', () => {
    expect(tickClock({ ms: 7, counter: 4 }, 7.5)).toEqual({ ms: 7, counter: 5 });
  });
});
