import { searchableText } from '../../domain/text.ts';
import { countChanges } from './looks-alike.ts';
import type { CardWord, WordBox } from './word.ts';

/** So much of the smaller of two boxes has to lie in the other: both are of one word. */
const leastShared = 0.6;
/** An engine that is surer than this of an accent is believed where the letters below it were read otherwise. */
const sureOfAccent = 85;

/**
 * The words as they were read, with the accents that another engine saw on the same card. That one knows all letters
 * of Latin script and fewer words: it is asked for accents alone, and only about words of letters.
 */
export function takeAccents(words: readonly CardWord[], again: readonly CardWord[]): readonly CardWord[] {
  const accented = again.filter(({ text }) => hasAccent(text) && isOfLetters(text));
  if (accented.length === 0) return words;
  return words.map((word) => {
    if (!isOfLetters(word.text)) return word;
    const other = accented.find((one) => sharedPart(one.box, word.box) >= leastShared);
    return other !== undefined && isSameWord(word, other) ? { ...word, text: other.text } : word;
  });
}

function isSameWord(word: CardWord, other: CardWord): boolean {
  const [read, seen] = [searchableText(word.text), searchableText(other.text)];
  if (read === seen) return true;
  // `Nufiez` is Núñez, misread by who does not know the letter.
  const isClose = seen.length >= 4 && countChanges(read, seen, 4) <= 2;
  return isClose && other.confidence >= sureOfAccent && other.confidence >= word.confidence;
}

function isOfLetters(text: string): boolean {
  return /^\p{L}[\p{L}\p{M}'’.,-]*$/u.test(text) && !/\.\p{L}/u.test(text);
}

function hasAccent(text: string): boolean {
  return searchableText(text) !== text.toLowerCase();
}

/** Of the smaller box, 0 to 1. */
function sharedPart(one: WordBox, other: WordBox): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const smaller = Math.min(areaOf(one), areaOf(other));
  return width <= 0 || height <= 0 || smaller <= 0 ? 0 : (width * height) / smaller;
}

function areaOf({ left, top, right, bottom }: WordBox): number {
  return (right - left) * (bottom - top);
}
