import { describe, expect, test } from 'vitest';
import { takeAccents } from '../../../../src/exchange/card/take-accents.ts';
import type { CardWord } from '../../../../src/exchange/card/word.ts';

const box = { left: 100, top: 50, right: 220, bottom: 80 };
const word = (text: string, confidence = 90, at = box): CardWord => ({ text, confidence, box: at });
const joined = (read: CardWord, seen: CardWord) => takeAccents([read], [seen])[0]?.text;

describe('takeAccents', () => {
  test.each([
    ['Garcia', 'García'],
    ['GARCIA', 'GARCÍA'],
    ['Jorgensen', 'Jørgensen'],
    ['Strasse,', 'Straße,'],
  ])('%s is %s, where the letters are the same', (read, seen) => {
    expect(joined(word(read), word(seen, 40))).toBe(seen);
  });

  test('letters that were misread for want of an accent are put right by who is sure', () => {
    expect(joined(word('Nufiez', 80), word('Núñez', 92))).toBe('Núñez');
    expect(joined(word('Nufiez', 80), word('Núñez', 84))).toBe('Nufiez');
    expect(joined(word('Nufiez', 96), word('Núñez', 92))).toBe('Nufiez');
  });

  test('a serif is no accent, where the bare letters were read surely', () => {
    expect(joined(word('INSURANCE', 96), word('ÎNSURANCE', 71))).toBe('INSURANCE');
    expect(joined(word('Lefevre', 96), word('Lefèvre', 92))).toBe('Lefèvre');
  });

  test('what was taken for a bracket may be a letter', () => {
    expect(joined(word('Weil}', 67), word('Weiß', 85))).toBe('Weiß');
  });

  test('a short name has its accent by who is sure', () => {
    expect(joined(word('Zoeé', 62), word('Zoë', 92))).toBe('Zoë');
    expect(joined(word('Zae', 62), word('Cöe', 92))).toBe('Zae');
  });

  test('another word is not taken, nor one that stands elsewhere', () => {
    expect(joined(word('Owner', 50), word('Münster', 99))).toBe('Owner');
    const elsewhere = { left: 100, top: 90, right: 220, bottom: 120 };
    expect(joined(word('Garcia'), word('García', 99, elsewhere))).toBe('Garcia');
  });

  test('an accent that was read stays where the other saw none', () => {
    expect(joined(word('Renée'), word('Renee', 99))).toBe('Renée');
  });

  test.each(['dana@garcia.mx', 'garcia.mx', '12', 'www.garcia.mx'])('%s is no word of letters', (text) => {
    expect(joined(word(text), word('García', 99))).toBe(text);
    expect(joined(word('Garcia'), word(text, 99))).toBe('Garcia');
  });
});
