import { searchableText } from '../../domain/text.ts';
import { areaOf, sharedPart } from './shared-part.ts';
import { takeAccents } from './take-accents.ts';
import type { CardWord } from './word.ts';

/** Below this the first engine has guessed; the second one has read what it is so much surer of. */
const guessed = 50;
const surer = 35;
/** What the second one believes, 0 to 100. */
const believed = 60;

/**
 * The words as they were read, with what a second engine says of the same card: its accents, how sure it is of the
 * same letters, its own letters where the first has only guessed, and the words that the first did not see.
 */
export function secondOpinion(words: readonly CardWord[], again: readonly CardWord[]): readonly CardWord[] {
  const weighed = takeAccents(words, again).map((word) => {
    const other = again.find((one) => isSamePlace(one, word));
    if (other === undefined) return word;
    const isSame = searchableText(other.text) === searchableText(word.text);
    if (isSame) return { ...word, confidence: Math.max(word.confidence, other.confidence) };
    return isGuessed(word, other) ? other : word;
  });
  const isMissed = (one: CardWord) => !words.some(({ box }) => sharedPart(box, one.box) > 0.1);
  const missed = again.filter((one) => one.confidence >= believed && /^\p{L}{3,}$/u.test(one.text));
  return [...weighed, ...missed.filter(isMissed)];
}

function isGuessed(word: CardWord, other: CardWord): boolean {
  const isSurer = other.confidence >= Math.max(believed, word.confidence + surer);
  return word.confidence < guessed && isSurer;
}

function isSamePlace(one: CardWord, other: CardWord): boolean {
  const [small, large] = [areaOf(one.box), areaOf(other.box)].sort((a, b) => a - b);
  return sharedPart(one.box, other.box) >= 0.6 && (small ?? 0) >= (large ?? 0) * 0.6;
}
