import { describe, expect, test } from 'vitest';
import type { GreyPicture } from '../../../../src/exchange/card/picture.ts';
import { seeMarks } from '../../../../src/exchange/card/see-marks.ts';
import type { CardWord, WordBox } from '../../../../src/exchange/card/word.ts';

const width = 500;
const height = 100;

type Spot = WordBox & { readonly grey: number };

/** White, with a rectangle of each grey. */
function paint(spots: readonly Spot[]): GreyPicture {
  const data = new Uint8ClampedArray(width * height).fill(255);
  for (const { left, top, right, bottom, grey } of spots) {
    for (let y = top; y <= bottom; y += 1) data.fill(grey, y * width + left, y * width + right + 1);
  }
  return { width, height, data };
}

const word = (text: string, left: number, right: number): CardWord => ({
  text,
  confidence: 90,
  box: { left, top: 30, right, bottom: 60 },
});
const texts = (words: readonly CardWord[]) => words.map(({ text }) => text);

describe('an underscore', () => {
  const mailbox = [word('yvonne', 20, 120), word('tran@smith.com', 140, 400)];
  const line = { left: 121, top: 62, right: 138, bottom: 64 };

  test.each([0, 210])('that is as grey as %i joins a mailbox', (grey) => {
    expect(seeMarks(mailbox, paint([{ ...line, grey }]))).toEqual([
      { text: 'yvonne_tran@smith.com', confidence: 90, box: { left: 20, top: 30, right: 400, bottom: 60 } },
    ]);
  });

  test.each([
    ['nothing', []],
    ['a full stop', [{ ...line, left: 128, right: 132, grey: 0 }]],
    [
      'a hyphen with a stroke above it',
      [
        { ...line, grey: 0 },
        { ...line, top: 32, bottom: 50, grey: 0 },
      ],
    ],
    ['something thick', [{ ...line, top: 58, bottom: 75, grey: 0 }]],
    ['a line that is far below', [{ ...line, top: 85, bottom: 87, grey: 0 }]],
  ])('is not seen in %s', (_what, spots) => {
    expect(texts(seeMarks(mailbox, paint(spots)))).toEqual(['yvonne', 'tran@smith.com']);
  });

  test('joins no label to a mailbox', () => {
    const words = [word('Email:', 20, 120), word('tran@smith.com', 140, 400)];
    expect(texts(seeMarks(words, paint([{ ...line, grey: 0 }])))).toEqual(['Email:', 'tran@smith.com']);
  });
});

describe('a full stop', () => {
  const dot = { left: 124, top: 55, right: 129, bottom: 60, grey: 0 };
  const seen = (text: string, ...spots: readonly Spot[]) =>
    texts(seeMarks([word(text, 60, 120)], paint(spots)))[0];

  test('stands behind what companies are called', () => {
    expect(seen('Co', dot)).toBe('Co.');
    expect(seen('Inc', dot)).toBe('Inc.');
  });

  test('is not seen in what is no dot', () => {
    expect(seen('Co')).toBe('Co');
    expect(seen('Co', { ...dot, top: 35 })).toBe('Co');
    expect(seen('Co', { ...dot, right: 160 })).toBe('Co');
  });

  test('is not looked for behind other words', () => {
    expect(seen('Smith', dot)).toBe('Smith');
  });
});
