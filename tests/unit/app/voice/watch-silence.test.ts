import { expect, test } from 'vitest';
import { watchSilence } from '../../../../src/app/boot/voice/watch-silence.ts';

test('silence is told once it lasts, sooner at the start than after somebody spoke', () => {
  let nowMs = 0;
  const told: [number, boolean][] = [];
  const take = watchSilence(
    () => nowMs,
    (isSilent) => told.push([nowMs, isSilent]),
  );
  const levels = (level: number, seconds: number) => {
    for (let tick = 0; tick < seconds; tick += 1) {
      nowMs += 1_000;
      take(level);
    }
  };
  levels(0, 8);
  levels(0.3, 3);
  levels(0, 30);
  levels(0.1, 1);
  expect(told).toEqual([
    [5_000, true],
    [9_000, false],
    [31_000, true],
    [42_000, false],
  ]);
});
