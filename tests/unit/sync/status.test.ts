import { describe, expect, test } from 'vitest';
import { computeStatus, type SyncFacts } from '../../../src/sync/status.ts';

const isEither = [false, true];
const everyAmount = [0, 3].flatMap((waiting) =>
  [0, 1].flatMap((filesWaiting) => [0, 2].map((refused) => ({ waiting, filesWaiting, refused }))),
);
const everyFacts: readonly SyncFacts[] = everyAmount.flatMap((amounts) =>
  (['none', 'signed-in', 'signed-out'] as const).flatMap((connection) =>
    [undefined, 0, 1_790_000_000_000].flatMap((completeAtMs) =>
      isEither.flatMap((isOnline) =>
        isEither.flatMap((isOutdated) =>
          isEither.map((isFull) => ({ ...amounts, connection, completeAtMs, isOnline, isOutdated, isFull })),
        ),
      ),
    ),
  ),
);

describe('S-16 over every combination of facts', () => {
  test.each(everyFacts.map((facts) => [JSON.stringify(facts), facts] as const))('%s', (_, facts) => {
    const status = computeStatus(facts);
    const isSafe =
      facts.connection === 'signed-in' &&
      facts.waiting === 0 &&
      facts.filesWaiting === 0 &&
      facts.refused === 0 &&
      facts.completeAtMs !== undefined &&
      !facts.isOutdated;
    expect(status.kind === 'in-database').toBe(isSafe);
    if (status.kind === 'in-database') {
      expect(status.sinceMs).toBe(facts.completeAtMs);
      expect(status.isOnline).toBe(facts.isOnline);
      return;
    }
    expect(status.waiting).toBe(facts.waiting);
    expect(status.kind === 'on-device').toBe(facts.connection === 'none');
    expect(status.kind === 'signed-out').toBe(facts.connection === 'signed-out');
    if (status.kind === 'refused') expect(status.refused).toBe(facts.refused);
    if (status.kind === 'waiting') {
      expect(status.isOnline).toBe(facts.isOnline);
      expect([facts.refused, facts.isOutdated]).toEqual([0, false]);
      // With nothing to send, room is not what is missing.
      expect(facts.isFull && facts.waiting + facts.filesWaiting > 0).toBe(false);
    }
    if (status.kind === 'database-full') {
      expect(status.waiting + status.filesWaiting).toBeGreaterThan(0);
      expect([facts.refused, facts.isOutdated, facts.isFull]).toEqual([0, false, true]);
    }
  });
});

test('S-16 what needs a person is said before what waits by itself', () => {
  const facts: SyncFacts = {
    waiting: 3,
    filesWaiting: 1,
    refused: 1,
    connection: 'signed-in',
    completeAtMs: 5,
    isOnline: true,
    isOutdated: true,
    isFull: true,
  };
  expect(computeStatus({ ...facts, connection: 'signed-out' })).toEqual({ kind: 'signed-out', waiting: 3 });
  expect(computeStatus(facts)).toEqual({ kind: 'outdated', waiting: 3 });
  expect(computeStatus({ ...facts, isOutdated: false })).toEqual({ kind: 'refused', refused: 1, waiting: 3 });
  expect(computeStatus({ ...facts, isOutdated: false, refused: 0 })).toEqual({
    kind: 'database-full',
    waiting: 3,
    filesWaiting: 1,
  });
});
