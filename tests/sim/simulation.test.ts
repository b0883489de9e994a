import { expect, test } from 'vitest';
import { runSeed, seedsOf } from './run-seeds.ts';
import { simulate } from './simulate.ts';
import type { PlantedFault } from './world.ts';

test('seed 18: S-13 S-15 a restored database gets the value that its own answer overwrites here', async () => {
  expect(await runSeed(18)).toBeUndefined();
});

test('seed 399: S-7 S-15 a refused edit goes out whole to a restored database, though its row is newer', async () => {
  expect(await runSeed(399)).toBeUndefined();
});

test('seed 2429: S-16 S-21 a late answer of the wiped account acknowledges nothing to the new one', async () => {
  expect(await runSeed(2429)).toBeUndefined();
});

test('seed 886: S-7 a late refusal of what was put right meanwhile parks nothing of the rest', async () => {
  expect(await runSeed(886)).toBeUndefined();
});

test('seed 63367: S-15 an answer from before a loss is not heard of it, though one from behind it has come', async () => {
  expect(await runSeed(63_367)).toBeUndefined();
});

test.each([332, 1420, 1673])(
  'seed %i: S-16 S-27 a database restored from between a row and its bytes gets the bytes again',
  async (seed) => {
    expect(await runSeed(seed)).toBeUndefined();
  },
);

test('seed 9068: S-16 S-27 a picture that a restore took between two questions is not confirmed by being sent again', async () => {
  expect(await runSeed(9068)).toBeUndefined();
});

test('a seed always tells the same story', async () => {
  const tell = async () => {
    const trace: string[] = [];
    await simulate(7, { onTrace: (line) => trace.push(line) });
    return trace;
  };
  const first = await tell();
  expect(first.length).toBeGreaterThan(50);
  expect(await tell()).toEqual(first);
});

test.each<[string, PlantedFault]>([
  ['S-6 an acknowledgement by position', 'ack-by-position'],
  ['S-14 a pull that overwrites a newer edit', 'overwriting-pull'],
  ['S-17 a lock that is given back too early', 'early-unlock'],
  ['S-24 a file that is confirmed with its first part', 'confirm-unsent'],
  ['S-26 room that is made without asking', 'evict-unasked'],
])('%s is found within 100 seeds', async (_, fault) => {
  const found: number[] = [];
  for (const seed of seedsOf(0, 100)) {
    const { violation } = await simulate(seed, { fault });
    if (violation !== undefined) found.push(seed);
    if (found.length > 0) break;
  }
  expect(found).toHaveLength(1);
});
