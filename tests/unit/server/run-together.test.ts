import { describe, expect, test } from 'vitest';
import { runTogether } from '../../../src/server/storage/run-together.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

function openGroups(maxWeight = 10, fails: (inputs: readonly number[]) => boolean = () => false) {
  const groups: number[][] = [];
  const run = runTogether({
    runAll: async (inputs: readonly number[]) => {
      groups.push([...inputs]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (fails(inputs)) throw new Error(`not with ${inputs.join()}`);
      return inputs.map((input) => input * 10);
    },
    weigh: (input) => input,
    maxWeight,
    nextTurn: async () => {},
  });
  return { groups, run };
}

describe('runTogether', () => {
  test('what arrives in one turn shares a transaction, and each gets its own answer', async () => {
    const { groups, run } = openGroups();
    expect(await Promise.all([1, 2, 3].map(run))).toEqual([10, 20, 30]);
    expect(groups).toEqual([[1, 2, 3]]);
    expect(await run(4)).toBe(40);
  });

  test('what arrives during one transaction shares the next', async () => {
    const { groups, run } = openGroups();
    const first = run(1);
    await turn();
    expect(groups).toEqual([[1]]);
    await Promise.all([first, run(2), run(3)]);
    expect(groups).toEqual([[1], [2, 3]]);
  });

  test('a transaction takes no more than its weight, and one that is heavier goes alone', async () => {
    const { groups, run } = openGroups();
    await Promise.all([1, 6, 4, 5, 99, 2].map(run));
    expect(groups).toEqual([[1, 6], [4, 5], [99], [2]]);
  });

  test('S-6 nobody is answered before the transaction is through', async () => {
    const answered: number[] = [];
    const { groups, run } = openGroups();
    const all = [1, 2].map((input) => run(input).then((output) => answered.push(output)));
    await turn();
    expect(groups).toEqual([[1, 2]]);
    expect(answered).toEqual([]);
    await Promise.all(all);
    expect(answered).toEqual([10, 20]);
  });

  test('one that fails fails alone', async () => {
    const { groups, run } = openGroups(10, (inputs) => inputs.includes(3));
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(run));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(groups).toEqual([[1, 2, 3, 4], [1], [2], [3], [4]]);
    expect(await run(5)).toBe(50);
  });
});
