import { expect, test } from 'vitest';
import { findPhones } from '../../../../src/exchange/card/find-phones.ts';
import { weighPhones } from '../../../../src/exchange/card/weigh-phones.ts';
import { wordsToLines } from '../../../../src/exchange/card/words-to-lines.ts';
import { layOutWords, type PrintedLine } from './lay-out-words.ts';

const read = (...printed: readonly PrintedLine[]) =>
  findPhones(wordsToLines(layOutWords(printed)), { home: 'US', card: undefined });
const at = (text: string, confidence: number, top = 300): PrintedLine => ({
  text,
  left: 60,
  top,
  confidence,
});
const weighed = (first: readonly PrintedLine[], second: readonly PrintedLine[]) =>
  weighPhones(read(...first), read(...second)).map(({ text, sure }) => [text, sure]);

test('digits that both read are as sure as the surer one, however they are spaced', () => {
  expect(weighed([at('313 2396162', 41)], [at('313 239 6162', 96)])).toEqual([['313 2396162', 0.96]]);
});

test('of two readings the clearly surer one is taken', () => {
  expect(weighed([at('(612) 523-9046', 86)], [at('(512) 523-9046', 95)])).toEqual([['(512) 523-9046', 0.95]]);
  expect(weighed([at('(512) 523-9046', 95)], [at('(612) 523-9046', 86)])).toEqual([['(512) 523-9046', 0.95]]);
});

test('of two that are about as sure, or both in doubt, neither is', () => {
  expect(weighed([at('(612) 523-9046', 92)], [at('(512) 523-9046', 95)])).toEqual([]);
  expect(weighed([at('586 254 0618', 60)], [at('586 254 0678', 80)])).toEqual([]);
});

test('what only the second read is taken where that is sure, and a fax stays last', () => {
  const fax = at('Fax: 248-480-4196', 95);
  expect(weighed([fax], [fax, at('(512) 747-0732', 95, 360)])).toEqual([
    ['(512) 747-0732', 0.95],
    ['248-480-4196', 0.95],
  ]);
  expect(weighed([], [at('(512) 747-0732', 70)])).toEqual([]);
});
