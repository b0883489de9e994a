import { expect, test } from 'vitest';
import { secondOpinion } from '../../../../src/exchange/card/second-opinion.ts';
import type { CardWord } from '../../../../src/exchange/card/word.ts';

const box = { left: 100, top: 50, right: 220, bottom: 80 };
const word = (text: string, confidence: number, at = box): CardWord => ({ text, confidence, box: at });
const joined = (read: CardWord, seen: CardWord) => {
  const { text, confidence } = secondOpinion([read], [seen])[0] ?? word('', 0);
  return [text, confidence];
};

test('what both read is as sure as the surer one', () => {
  expect(joined(word('BRANDT', 27), word('BRANDT', 90))).toEqual(['BRANDT', 90]);
  expect(joined(word('BRANDT', 95), word('Brandt', 60))).toEqual(['BRANDT', 95]);
});

test('what the first has guessed is what the second has read', () => {
  expect(joined(word('Neteinary', 20), word('Veterinary', 90))).toEqual(['Veterinary', 90]);
});

test('a word that the first did not see is added, dirt is not', () => {
  const beside = { left: 240, top: 50, right: 360, bottom: 80 };
  const read = [word('Jörg', 91)];
  const all = (again: readonly CardWord[]) => secondOpinion(read, again).map(({ text }) => text);
  expect(all([word('Jörg', 88), word('Weiß', 71, beside)])).toEqual(['Jörg', 'Weiß']);
  expect(all([word('Weiß', 40, beside), word('$4', 90, beside), word('Jorg', 70)])).toEqual(['Jörg']);
});

test('what the first has read stays, and what both have guessed', () => {
  expect(joined(word('Ironwood', 60), word('Irorwood', 92))).toEqual(['Ironwood', 60]);
  expect(joined(word('Neteinary', 20), word('Yelena', 40))).toEqual(['Neteinary', 20]);
});

test('a word is not what stands elsewhere, nor a whole line', () => {
  const elsewhere = { left: 100, top: 90, right: 220, bottom: 120 };
  expect(joined(word('Neteinary', 20), word('Veterinary', 90, elsewhere))).toEqual(['Neteinary', 20]);
  const wide = { left: 100, top: 50, right: 420, bottom: 80 };
  expect(joined(word('Ne', 20), word('Veterinary', 90, wide))).toEqual(['Ne', 20]);
});
