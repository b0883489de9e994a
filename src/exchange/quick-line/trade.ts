import { isCapital } from './line-segments.ts';
import type { LineWord } from './line-words.ts';
import { leadingTradeWords, legalForms, tradeWords } from './trade-words.ts';

const connectors = new Set('and of the de del la y e und der die für et des du & for'.split(' '));
const clearForms = new Set('inc llc llp ltd gmbh plc sarl srl'.split(' '));
const mostWords = 8;

/** Its last words are a legal form: "GmbH", "Inc.", "S.A. de C.V.". */
export function isLegalEnd(words: readonly LineWord[]): boolean {
  const last = words.at(-1);
  if (last === undefined || words.length < 2) return false;
  if (last.text.length > 1) return legalForms.has(last.lower) && isWrittenSo(last);
  const before = words.at(-2);
  return words.length > 2 && before?.text.length === 1 && legalForms.has(before.lower + last.lower);
}

/** In small letters only what is no word: "Euro ab" is no company. */
function isWrittenSo({ text, lower }: LineWord): boolean {
  return /\p{Lu}/u.test(text) || clearForms.has(lower);
}

/** Ends in a trade or a legal form, or begins with a trade: "Harbor Realty", "Klinikum Nord". */
export function isCompanyRun(words: readonly LineWord[]): boolean {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length < 2) return false;
  return isLegalEnd(words) || tradeWords.has(last.lower) || leadingTradeWords.has(first.lower);
}

/** The words from `first` on that are written as a name is; connecting words only between two of them. */
export function readCapitalRun(words: readonly LineWord[], first: number): LineWord[] {
  let end = first;
  for (let index = first; index < words.length && index < first + mostWords; index++) {
    const word = words[index];
    if (word === undefined) break;
    const isPart = isCapital(word.text) || (index > first && legalForms.has(word.lower));
    if (isPart && !/^\d/.test(word.text)) end = index + 1;
    else if (index === first || !connectors.has(word.lower)) break;
  }
  return words.slice(first, end);
}
