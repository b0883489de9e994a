import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryDelay } from '../../../src/sync/retry.ts';

const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const fiveMinutes = 300_000;

test('S-18 the first tries again come within seconds, and later ones never wait over five minutes', () => {
  void fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), anyRandom, (failures, random) => {
      const delay = retryDelay(failures, random);
      const longest = Math.min(fiveMinutes, 2_000 * 2 ** (failures - 1));
      expect(delay).toBeGreaterThanOrEqual(longest / 2);
      expect(delay).toBeLessThanOrEqual(longest);
    }),
  );
});

test('S-18 never sooner than the server asked, and no later than that when its own turn is sooner', () => {
  void fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      anyRandom,
      fc.integer({ min: 0, max: 3_600_000 }),
      (failures, random, asked) => {
        expect(retryDelay(failures, random, asked)).toBe(Math.max(asked, retryDelay(failures, random)));
      },
    ),
  );
});

test('S-18 two devices that failed together do not come back together', () => {
  expect(retryDelay(4, 0.1)).not.toBe(retryDelay(4, 0.9));
});
