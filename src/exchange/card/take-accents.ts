import { searchableText } from '../../domain/text.ts';
import { countChanges } from './looks-alike.ts';
import { sharedPart } from './shared-part.ts';
import type { CardWord } from './word.ts';

/** So much of the smaller of two boxes has to lie in the other: both are of one word. */
const leastShared = 0.6;
/** An engine that is surer than this of an accent is believed where the letters below it were read otherwise. */
const sureOfAccent = 85;
/** Who is as sure as this of the bare letters is not put right by who guesses: a serif is taken for an accent. */
const sureOfBare = 95;
const guessedAccent = 80;

/**
 * The words as they were read, with the accents that another engine saw on the same card. That one knows all letters
 * of Latin script and fewer words: it is asked for accents alone, and only about words of letters.
 */
export function takeAccents(words: readonly CardWord[], again: readonly CardWord[]): readonly CardWord[] {
  const accented = again.filter(({ text }) => hasAccent(text) && isOfLetters(text));
  if (accented.length === 0) return words;
  return words.map((word) => {
    if (!isOfLetters(word.text.replace(/[\][(){}|]$/, ''))) return word;
    const other = accented.find((one) => sharedPart(one.box, word.box) >= leastShared);
    return other !== undefined && isSameWord(word, other) ? { ...word, text: other.text } : word;
  });
}

function isSameWord(word: CardWord, other: CardWord): boolean {
  const [read, seen] = [searchableText(word.text), searchableText(other.text)];
  if (read === seen) return word.confidence < sureOfBare || other.confidence >= guessedAccent;
  // `Nufiez` is Núñez, misread by who does not know the letter.
  const most = seen.length >= 4 ? 2 : 1;
  const isClose = seen.length >= 3 && countChanges(read, seen, 4) <= most;
  return isClose && other.confidence >= sureOfAccent && other.confidence >= word.confidence;
}

function isOfLetters(text: string): boolean {
  return /^\p{L}[\p{L}\p{M}'’.,-]*$/u.test(text) && !/\.\p{L}/u.test(text);
}

function hasAccent(text: string): boolean {
  return searchableText(text) !== text.toLowerCase();
}
