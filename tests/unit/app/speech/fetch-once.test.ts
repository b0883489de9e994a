import { expect, test } from 'vitest';
import { type FetchOptions, fetchOnce, isFetching } from '../../../../src/app/boot/speech/fetch-once.ts';
import type { FetchedModel } from '../../../../src/app/ports/speech.ts';

/** A fetch that ends when it is told to. */
function slowFetch() {
  let options: FetchOptions | undefined;
  let end: (outcome: FetchedModel) => void = () => undefined;
  let started = 0;
  return {
    start: (given: FetchOptions) => {
      started += 1;
      options = given;
      given.signal?.addEventListener('abort', () => end('cancelled'));
      return new Promise<FetchedModel>((resolve) => {
        end = resolve;
      });
    },
    tell: (done: number) => options?.onProgress(done),
    end: (outcome: FetchedModel) => end(outcome),
    started: () => started,
  };
}

const listen = () => {
  const told: number[] = [];
  return { told, options: { onProgress: (done: number) => void told.push(done), signal: undefined } };
};

test('who comes while it is fetched joins it, where it is', async () => {
  const slow = slowFetch();
  const first = listen();
  const second = listen();
  const fetching = fetchOnce(slow.start, first.options);
  await Promise.resolve();
  slow.tell(0.4);
  expect(isFetching()).toBe(true);
  const joined = fetchOnce(slow.start, second.options);
  slow.tell(0.6);
  slow.end('fetched');
  expect(await Promise.all([fetching, joined])).toEqual(['fetched', 'fetched']);
  expect([first.told, second.told]).toEqual([
    [0, 0.4, 0.6],
    [0.4, 0.6],
  ]);
  expect([slow.started(), isFetching()]).toEqual([1, false]);
});

test('whoever cancels ends it for all, and it can begin again', async () => {
  const slow = slowFetch();
  const stop = new AbortController();
  const fetching = fetchOnce(slow.start, listen().options);
  const joined = fetchOnce(slow.start, { ...listen().options, signal: stop.signal });
  await Promise.resolve();
  stop.abort();
  expect(await Promise.all([fetching, joined])).toEqual(['cancelled', 'cancelled']);
  const again = fetchOnce(slow.start, listen().options);
  await Promise.resolve();
  slow.end('none');
  expect(await again).toBe('none');
  expect(slow.started()).toBe(2);
});
