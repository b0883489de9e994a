import { describe, expect, test } from 'vitest';
import { evenLight } from '../../../../src/exchange/card/even-light.ts';
import { type Corners, shrinkPicture, turnByQuarters } from '../../../../src/exchange/card/picture.ts';
import { straighten } from '../../../../src/exchange/card/straighten.ts';
import { textDirection } from '../../../../src/exchange/card/text-direction.ts';
import { drawGrey, drawPicture, placeOf } from './draw-picture.ts';

const corners: Corners = [
  { x: 210, y: 260 },
  { x: 985, y: 170 },
  { x: 1060, y: 610 },
  { x: 250, y: 720 },
];

describe('straighten', () => {
  test('what was at a place of the card is at that place when flat', () => {
    const spots = [
      { x: 0.2, y: 0.3 },
      { x: 0.8, y: 0.25 },
      { x: 0.6, y: 0.9 },
    ];
    const places = spots.map((spot) => placeOf(corners, spot));
    const picture = drawPicture(1200, 900, (x, y) =>
      places.some((place) => Math.hypot(place.x - x, place.y - y) < 8) ? 0 : 220,
    );
    const flat = straighten(picture, corners, false);
    for (const { x, y } of spots) {
      expect(flat.data[Math.round(y * flat.height) * flat.width + Math.round(x * flat.width)]).toBeLessThan(
        60,
      );
    }
    expect(flat.data[Math.round(0.5 * flat.height) * flat.width + Math.round(0.5 * flat.width)]).toBe(220);
  });

  test('is a thousand pixels wide or more, and no more than 1,400', () => {
    const large: Corners = [
      { x: 0, y: 0 },
      { x: 3000, y: 0 },
      { x: 3000, y: 1714 },
      { x: 0, y: 1714 },
    ];
    expect(
      straighten(
        drawPicture(300, 200, () => 200),
        corners,
        false,
      ).width,
    ).toBeGreaterThanOrEqual(970);
    expect(
      straighten(
        drawPicture(300, 200, () => 200),
        large,
        false,
      ),
    ).toMatchObject({ width: 1400, height: 800 });
  });
});

describe('evenLight', () => {
  const isInk = (x: number, y: number) => x % 40 < 4 && y % 60 < 20;

  test('a ground that fades into shadow is white, and ink black', () => {
    const card = drawGrey(900, 500, (x, y) => (240 - x / 6) * (isInk(x, y) ? 0.15 : 1));
    const even = evenLight(card);
    for (const x of [202, 402, 602, 802]) {
      expect(even.data[190 * 900 + x]).toBeLessThan(50);
      expect(even.data[210 * 900 + x]).toBeGreaterThan(240);
    }
  });

  test('light text on a dark card is dark on white', () => {
    const even = evenLight(drawGrey(900, 500, (x, y) => (isInk(x, y) ? 220 : 35)));
    expect(even.data[190 * 900 + 402]).toBeLessThan(60);
    expect(even.data[210 * 900 + 402]).toBeGreaterThan(240);
  });

  test('a white card in deep shadow is not turned over', () => {
    const even = evenLight(drawGrey(900, 500, (x, y) => (isInk(x, y) ? 12 : 90)));
    expect(even.data[190 * 900 + 402]).toBeLessThan(60);
    expect(even.data[210 * 900 + 402]).toBeGreaterThan(240);
  });
});

describe('turnByQuarters', () => {
  const picture = drawGrey(3, 2, (x, y) => y * 3 + x);

  test.each([
    [0, 3, [0, 1, 2, 3, 4, 5]],
    [1, 2, [3, 0, 4, 1, 5, 2]],
    [2, 3, [5, 4, 3, 2, 1, 0]],
    [3, 2, [2, 5, 1, 4, 0, 3]],
    [-1, 2, [2, 5, 1, 4, 0, 3]],
  ])('%i quarters clockwise', (quarters, width, data) => {
    const turned = turnByQuarters(picture, quarters);
    expect(turned.width).toBe(width);
    expect([...turned.data]).toEqual(data);
  });
});

describe('textDirection', () => {
  /** Lines of words, of uneven length, below a solid logo. */
  const text = drawGrey(1000, 600, (x, y) => {
    if (x > 100 && x < 200 && y > 60 && y < 160) return 20;
    const line = Math.floor((y - 220) / 40);
    const isLine = y >= 220 && y < 420 && (y - 220) % 40 < 22;
    return isLine && x > 100 && x < 400 + line * 40 && x % 16 < 7 && x % 110 > 15 ? 10 : 255;
  });

  test('lines run across, and down once turned', () => {
    expect(textDirection(text)).toBe('across');
    expect(textDirection(turnByQuarters(text, 1))).toBe('down');
  });
});

test('shrinking averages', () => {
  const small = shrinkPicture(
    drawPicture(8, 4, (x) => (x % 2 === 0 ? 100 : 200)),
    4,
  );
  expect([small.width, small.height, small.data[0], small.data[3]]).toEqual([4, 2, 150, 255]);
});
