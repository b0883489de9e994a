import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';

const seedsATest = 250;

export const seedsOf = (from: number, count: number) =>
  Array.from({ length: count }, (_, place) => from + place);

/** What was broken, with the seed and the last lines of how it came to it. */
export async function runSeed(seed: number): Promise<string | undefined> {
  const { violation } = await simulate(seed);
  if (violation === undefined) return undefined;
  const trace: string[] = [];
  await simulate(seed, { onTrace: (line) => trace.push(line) });
  return [`seed ${seed}: ${violation}`, ...trace.slice(-60)].join('\n');
}

/** A thousand seeds. The files that call it run side by side. */
export function testThousandSeeds(first: number): void {
  test.each(seedsOf(0, 1_000 / seedsATest).map((part) => first + part * seedsATest))(
    'S-1 S-2 S-4 S-6 S-7 S-8 S-9 S-10 S-13 S-14 S-15 S-16 S-17 S-18 S-23 S-24 S-25 S-26 S-27 hold whatever goes wrong (250 seeds from %i)',
    async (from) => {
      for (const seed of seedsOf(from, seedsATest)) expect(await runSeed(seed)).toBeUndefined();
    },
  );
}
