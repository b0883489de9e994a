import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from '../../../scripts/with-lock.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'justmet-lock-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('two that want the lock take turns', async () => {
  const path = join(folder, 'deeper/lock');
  const events: string[] = [];
  let second: Promise<unknown> = Promise.resolve();
  const first = withLock(path, async () => {
    // The second asks while the first works, and the first ends only when the second is known to wait.
    await new Promise<void>((secondWaits) => {
      second = withLock(
        path,
        async () => events.push('second works'),
        () => {
          events.push('second waits');
          secondWaits();
        },
      );
    });
    events.push('first ends');
  });
  await first;
  await second;
  expect(events).toEqual(['second waits', 'first ends', 'second works']);
  expect(existsSync(path)).toBe(false);
});

test('the lock of a killed process is taken over', async () => {
  const path = join(folder, 'lock');
  writeFileSync(path, '');
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(path, longAgo, longAgo);
  expect(await withLock(path, async () => 'worked')).toBe('worked');
});

test('work that throws gives the lock back', async () => {
  const path = join(folder, 'lock');
  await expect(withLock(path, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(existsSync(path)).toBe(false);
});
