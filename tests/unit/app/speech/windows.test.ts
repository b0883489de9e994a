import { expect, test } from 'vitest';
import { countWindows } from '../../../../src/app/boot/speech/windows.ts';

test.each([
  [1, 1],
  [30, 1],
  [31, 2],
  [50, 2],
  [51, 3],
  [600, 30],
])('%s seconds are heard in %s windows', (seconds, windows) => {
  expect(countWindows(seconds * 16_000)).toBe(windows);
});
