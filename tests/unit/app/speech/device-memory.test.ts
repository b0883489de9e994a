import { afterEach, expect, test, vi } from 'vitest';
import { hasMemoryFor } from '../../../../src/app/boot/speech/device-memory.ts';

afterEach(() => vi.unstubAllGlobals());

test.each([
  [undefined, 300_000_000, true],
  [0.5, 45_000_000, false],
  [1, 45_000_000, true],
  [1, 85_000_000, true],
  [1, 250_000_000, false],
  [2, 250_000_000, true],
  [4, 1_500_000_000, false],
] as const)('a phone that says %s GB, and a model of %s bytes: %s', (deviceMemory, bytes, is) => {
  vi.stubGlobal('navigator', deviceMemory === undefined ? {} : { deviceMemory });
  expect(hasMemoryFor(bytes)).toBe(is);
});
