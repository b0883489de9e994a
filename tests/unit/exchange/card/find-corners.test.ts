import { describe, expect, test } from 'vitest';
import { findCorners, frameOf } from '../../../../src/exchange/card/find-corners.ts';
import type { Corners, Point } from '../../../../src/exchange/card/picture.ts';
import { drawPicture, isWithin } from './draw-picture.ts';

const size = { width: 1200, height: 900 };
const aslant: Corners = [
  { x: 210, y: 260 },
  { x: 985, y: 170 },
  { x: 1060, y: 610 },
  { x: 250, y: 720 },
];
const upright: Corners = [
  { x: 380, y: 90 },
  { x: 800, y: 130 },
  { x: 770, y: 820 },
  { x: 350, y: 790 },
];

function farthest(one: Corners, other: Corners): number {
  const apart = (p: Point, q: Point | undefined) => Math.hypot(p.x - (q?.x ?? 0), p.y - (q?.y ?? 0));
  return Math.max(...one.map((corner, index) => apart(corner, other[index])));
}

/** Grain of a few levels, the same each time. */
const grain = (x: number, y: number) => ((x * 7_919 + y * 104_729) % 11) - 5;

describe('findCorners', () => {
  test.each([
    ['a light card on a dark desk', aslant, 230, 60],
    ['a dark card on a light desk', aslant, 40, 190],
    ['a card almost as bright as its desk', aslant, 226, 205],
    ['a card on end', upright, 230, 60],
  ])('finds %s', (_what, corners, card, desk) => {
    const picture = drawPicture(
      size.width,
      size.height,
      (x, y) => (isWithin(corners, { x, y }) ? card : desk) + grain(x, y),
    );
    const found = findCorners(picture);
    expect(farthest(found.corners, corners)).toBeLessThan(6);
    expect(found.sure).toBeGreaterThan(0.8);
  });

  test('takes the card, not a band across it', () => {
    const band: Corners = [
      { x: 210, y: 260 },
      { x: 985, y: 170 },
      { x: 1003, y: 275 },
      { x: 220, y: 370 },
    ];
    const picture = drawPicture(size.width, size.height, (x, y) => {
      if (!isWithin(aslant, { x, y })) return 120;
      return isWithin(band, { x, y }) ? 40 : 235;
    });
    expect(farthest(findCorners(picture).corners, aslant)).toBeLessThan(6);
  });

  test('is not led astray by the lines of a desk', () => {
    const picture = drawPicture(size.width, size.height, (x, y) => {
      if (isWithin(aslant, { x, y })) return 235;
      return (y + Math.round(x * 0.1)) % 90 < 5 ? 70 : 120;
    });
    expect(farthest(findCorners(picture).corners, aslant)).toBeLessThan(6);
  });

  test.each([
    ['nothing at all', () => 200],
    ['only light that fades', (x: number) => 80 + x / 10],
    ['only lines', (x: number, y: number) => ((x + y) % 100 < 4 ? 60 : 190)],
  ])('takes the whole picture where there is %s', (_what, brightAt: (x: number, y: number) => number) => {
    const found = findCorners(drawPicture(size.width, size.height, brightAt));
    expect(found).toEqual({ corners: frameOf(size), sure: 0 });
  });
});
