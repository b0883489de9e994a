import { expect, test } from 'vitest';
import { measureSharpness } from '../../../../src/exchange/card/sharpness.ts';
import { isSharp } from '../../../../src/exchange/card/stillness.ts';

const edge = 240;
const levels = { paper: 230, ink: 40 } as const;

/** Strokes four pixels wide, in both directions, with grain. */
function letters(): Float64Array {
  let seed = 7;
  const grain = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (seed / 2_147_483_648 - 0.5) * 8;
  };
  return Float64Array.from({ length: edge * edge }, (_, at) => {
    const [x, y] = [at % edge, Math.floor(at / edge)];
    const isInk = (x % 24 < 4 && y % 24 < 16) || (y % 24 < 4 && x % 24 < 16);
    return (isInk ? levels.ink : levels.paper) + grain();
  });
}

/** By a Gaussian of so many pixels, in one direction or both. */
function blurred(picture: Float64Array, across: number, down: number): Float64Array {
  return blurAlong(blurAlong(picture, across, 1), down, edge);
}

function blurAlong(picture: Float64Array, spread: number, step: number): Float64Array {
  if (spread === 0) return picture;
  const reach = Math.ceil(spread * 3);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * spread ** 2)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return picture.map(
    (own, at) =>
      weights.reduce(
        (total, weight, place) => total + weight * (picture[at + (place - reach) * step] ?? own),
        0,
      ) / sum,
  );
}

const sharpnessOf = (data: Float64Array) =>
  measureSharpness({ width: edge, height: edge, data: Uint8ClampedArray.from(data) });

test('sharp letters are sharp, and the more a lens spreads them the less', () => {
  const [sharp = 0, little = 0, much = 0] = [0, 1, 3].map((spread) =>
    sharpnessOf(blurred(letters(), spread, spread)),
  );
  expect(sharp).toBeGreaterThan(0.7);
  expect(little).toBeLessThan(sharp);
  expect(much).toBeLessThan(little);
  expect([sharp, little, much].map(isSharp)).toEqual([true, true, false]);
});

test('a hand that moves in one direction is a blur', () => {
  expect(isSharp(sharpnessOf(blurred(letters(), 3, 0)))).toBe(false);
  expect(isSharp(sharpnessOf(blurred(letters(), 0, 3)))).toBe(false);
});

test('where nothing is printed nothing is sharp', () => {
  expect(sharpnessOf(new Float64Array(edge * edge).fill(levels.paper))).toBe(0);
});
