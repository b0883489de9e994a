import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { restBetween } from '../../../src/app/ui/rest-between.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is watched: its value is told when somebody begins to listen, and at each change. */
function makeWatched(initial: number) {
  const listeners = new Set<(value: number) => void>();
  let value = initial;
  let asked = 0;
  const tell = (next: (value: number) => void) =>
    queueMicrotask(() => {
      if (!listeners.has(next)) return;
      asked += 1;
      next(value);
    });
  return {
    asked: () => asked,
    listeners,
    async change(to: number) {
      value = to;
      for (const next of listeners) tell(next);
      await vi.advanceTimersByTimeAsync(0);
    },
    subscribe(next: (value: number) => void) {
      listeners.add(next);
      tell(next);
      return { unsubscribe: () => void listeners.delete(next) };
    },
  };
}

function startRest(run: () => void): () => void {
  const timer = setTimeout(run, 300);
  return () => clearTimeout(timer);
}

async function open(initial: number) {
  const watched = makeWatched(initial);
  const seen: number[] = [];
  const stop = restBetween(watched, (value) => value >= 1_000, startRest).subscribe((value) =>
    seen.push(value),
  );
  await vi.advanceTimersByTimeAsync(0);
  return { ...watched, seen, stop };
}

test('S-16 tells every change at once where nothing is to rest', async () => {
  const { change, seen } = await open(1);
  await change(2);
  await change(0);
  expect(seen).toEqual([1, 2, 0]);
});

test('S-16 asks once in a while, and tells the value of that time', async () => {
  const { change, seen, asked } = await open(1_000);
  await change(1_001);
  await change(4);
  expect(seen).toEqual([1_000]);
  await vi.advanceTimersByTimeAsync(300);
  expect(seen).toEqual([1_000, 4]);
  expect(asked()).toBe(2);
  await change(5);
  expect(seen).toEqual([1_000, 4, 5]);
});

test('listens no more once nobody listens to it, also while it rests', async () => {
  const resting = await open(1_000);
  resting.stop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(resting.listeners.size).toBe(0);
  const listening = await open(1);
  listening.stop();
  await listening.change(2);
  expect(listening.seen).toEqual([1]);
});
