// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useInTurn } from '../../../src/app/ui/use-in-turn.ts';
import { gate } from './fake-app.tsx';

/** Runs that wait for the test, each under the name that the newest drawing gave it. */
function showRuns() {
  const events: string[] = [];
  const gates: (() => void)[] = [];
  const run = (name: string) => async () => {
    events.push(`${name} begins`);
    const { opened, open } = gate();
    gates.push(open);
    await opened;
    events.push(`${name} ends`);
  };
  const { result, rerender } = renderHook(({ name }) => useInTurn(run(name)), {
    initialProps: { name: 'A' },
  });
  const endOne = async () => {
    await settled();
    gates.shift()?.();
    await settled();
  };
  return { events, result, rerender, endOne };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test('the next begins when the one before has ended, as the newest drawing has it', async () => {
  const { events, result, rerender, endOne } = showRuns();
  const first = result.current;
  void first();
  const second = first();
  await settled();
  expect(events).toEqual(['A begins']);
  rerender({ name: 'B' });
  expect(result.current).toBe(first);
  await endOne();
  expect(events).toEqual(['A begins', 'A ends', 'B begins']);
  await endOne();
  await second;
  expect(events.at(-1)).toBe('B ends');
});

test('each caller waits for its own run', async () => {
  const { result, endOne } = showRuns();
  const ended: string[] = [];
  void result.current().then(() => ended.push('first'));
  void result.current().then(() => ended.push('second'));
  await endOne();
  expect(ended).toEqual(['first']);
  await endOne();
  expect(ended).toEqual(['first', 'second']);
});
