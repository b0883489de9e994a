// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openTab } from '../../../src/app/boot/tab.ts';

/** Locks that are granted after a while, as by a browser that is busy: jsdom has none. */
function slowLocks(grantMs: number) {
  const held: { name: string }[] = [];
  return {
    query: async () => ({ held }),
    request: (name: string, { signal }: { signal?: AbortSignal }, keep: () => Promise<void>) =>
      new Promise((_, reject) => {
        if (held.some((lock) => lock.name === name)) {
          signal?.addEventListener('abort', () => reject(signal.reason));
          return;
        }
        const granted = setTimeout(() => {
          held.push({ name });
          void keep();
        }, grantMs);
        signal?.addEventListener('abort', () => {
          clearTimeout(granted);
          reject(signal.reason);
        });
      }),
  };
}

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.unstubAllGlobals());

const busyMs = 700;

test('a tab is known to the others as open, however long the browser takes to say so', async () => {
  vi.stubGlobal('navigator', { locks: slowLocks(busyMs) });
  const tab = openTab(() => 'one');
  await expect.poll(() => tab.readLiveIds(), { timeout: 3_000 }).toContain('one');
  expect(await tab.id).toBe('one');
});

test('a reloaded tab goes on with its own name, a duplicated one takes another', async () => {
  vi.stubGlobal('navigator', { locks: slowLocks(0) });
  sessionStorage.setItem('justmet-tab', 'before');
  expect(await openTab(() => 'another').id).toBe('before');
  expect(await openTab(() => 'another').id).toBe('another');
  const third = openTab(() => 'third');
  expect(await third.readLiveIds()).toContain('before');
  expect(await third.id).toBe('third');
});
