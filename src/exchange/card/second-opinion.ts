import { searchableText } from '../../domain/text.ts';
import { areaOf, sharedPart } from './shared-part.ts';
import { takeAccents } from './take-accents.ts';
import type { CardWord } from './word.ts';

/** Below this the first engine has guessed, and from there on the second one has read. */
const guessed = 50;
const wellRead = 85;

/**
 * The words as they were read, with what a second engine says of the same card: its accents, how sure it is of the
 * same letters, and its own letters where the first has only guessed.
 */
export function secondOpinion(words: readonly CardWord[], again: readonly CardWord[]): readonly CardWord[] {
  return takeAccents(words, again).map((word) => {
    const other = again.find((one) => isSamePlace(one, word));
    if (other === undefined) return word;
    const isSame = searchableText(other.text) === searchableText(word.text);
    if (isSame) return { ...word, confidence: Math.max(word.confidence, other.confidence) };
    return word.confidence < guessed && other.confidence >= wellRead ? other : word;
  });
}

function isSamePlace(one: CardWord, other: CardWord): boolean {
  const [small, large] = [areaOf(one.box), areaOf(other.box)].sort((a, b) => a - b);
  return sharedPart(one.box, other.box) >= 0.6 && (small ?? 0) >= (large ?? 0) * 0.6;
}
