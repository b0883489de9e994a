import { isTitleWord, isTradeWord } from './card-vocabulary.ts';
import type { CardWord, WordBox } from './word.ts';

/** Words that stand side by side and belong together: a line of one column, or a piece between separators. */
export interface CardLine {
  readonly words: readonly CardWord[];
  readonly text: string;
  readonly box: WordBox;
  /** Of its tallest common words, in pixels: how large it is printed. */
  readonly height: number;
  /** Of the least sure word, 0 to 100. */
  readonly confidence: number;
}

/** Wider than this many line heights is another column: a space is less than half of one, and a wide one four fifths. */
const columnGap = 1.15;
const separator = /^[|¦•·●▪■*~_—–-]+$/;
/** Dirt and pieces of a logo are read as short words that the engine itself does not believe. */
const leastConfidence = 25;

/** Lines from top to bottom, and from left to right. The engine's own lines run over columns: only boxes count. */
export function wordsToLines(words: readonly CardWord[]): readonly CardLine[] {
  const chains: CardWord[][] = [];
  const printed = words.flatMap((word) => (word.text.trim() === '' ? [] : [withSmallL(word)]));
  for (const word of [...printed].sort((one, other) => one.box.left - other.box.left)) {
    const chain = nearestChain(chains, word);
    if (chain === undefined) chains.push([word]);
    else chain.push(word);
  }
  const pieces = chains.flatMap(splitAtSeparators).map(withoutDirt).map(joinKnown);
  return pieces
    .filter(({ length }) => length > 0)
    .map(toLine)
    .sort(byReadingOrder);
}

export function wordsToText(words: readonly CardWord[]): string {
  return words.map(({ text }) => text).join(' ');
}

export function heightOf({ top, bottom }: WordBox): number {
  return bottom - top;
}

/** The smallest box that holds all of them; there has to be one. */
export function boxAround(words: readonly CardWord[]): WordBox {
  const boxes = words.map(({ box }) => box);
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** No word goes on with a capital I after its capital: "EIm" is Elm. */
function withSmallL(word: CardWord): CardWord {
  return { ...word, text: word.text.replace(/\b(\p{Lu})I(?=\p{Ll})/u, '$1l') };
}

/** Between words that are believed stands a word. */
function withoutDirt(words: readonly CardWord[]): readonly CardWord[] {
  const first = words.findIndex((word, at) => isBelieved(word) || words[at + 1]?.text.includes('@') === true);
  const last = words.findLastIndex(isBelieved);
  const believed = first === -1 ? [] : words.slice(first, last + 1);
  const [logo, beside] = believed;
  const isLogo = logo !== undefined && beside !== undefined && isPieceOfLogo(logo, beside);
  return isLogo ? believed.slice(1) : believed;
}

/** A round or square logo is read as one letter, and is higher than the letters beside it. */
function isPieceOfLogo({ text, box }: CardWord, beside: CardWord): boolean {
  return text.length <= 2 && heightOf(box) > heightOf(beside.box) * 1.25;
}

function isBelieved({ text, confidence }: CardWord): boolean {
  // Addresses can be checked by what they mean; dirt is no long word.
  return (
    confidence >= leastConfidence ||
    /[@.].*\.?[a-z]{2,}$/i.test(text) ||
    /^(?:www\.?|\p{L}{5,})$/iu.test(text)
  );
}

/** "M anager": two pieces that together are a word of a card, and no words alone. */
function joinKnown(words: readonly CardWord[]): readonly CardWord[] {
  const joined: CardWord[] = [];
  for (const word of words) {
    const before = joined[joined.length - 1];
    if (before !== undefined && isRestOf(before, word)) {
      joined[joined.length - 1] = {
        text: before.text + word.text,
        confidence: Math.min(before.confidence, word.confidence),
        box: { ...before.box, right: word.box.right },
      };
    } else joined.push(word);
  }
  return joined;
}

function isRestOf(before: CardWord, word: CardWord): boolean {
  const isNear = word.box.left - before.box.right < heightOf(before.box) * 0.5;
  return isNear && /^\p{Ll}+$/u.test(word.text) && !isKnown(word.text) && isKnown(before.text + word.text);
}

function isKnown(word: string): boolean {
  return isTitleWord(word) || isTradeWord(word);
}

function nearestChain(chains: readonly CardWord[][], word: CardWord): CardWord[] | undefined {
  let best: { readonly chain: CardWord[]; readonly gap: number } | undefined;
  for (const chain of chains) {
    const end = chain[chain.length - 1];
    if (end === undefined || !isBeside(chain, end, word)) continue;
    const gap = Math.abs(word.box.left - end.box.right);
    if (best === undefined || gap < best.gap) best = { chain, gap };
  }
  return best?.chain;
}

function isBeside(chain: readonly CardWord[], end: CardWord, word: CardWord): boolean {
  const height = Math.max(heightOf(word.box), ...chain.map(({ box }) => heightOf(box)));
  const gap = word.box.left - end.box.right;
  if (gap > height * columnGap || gap < -height) return false;
  const overlap = Math.min(end.box.bottom, word.box.bottom) - Math.max(end.box.top, word.box.top);
  const least = Math.min(heightOf(end.box), heightOf(word.box));
  const isSameSize = separator.test(word.text) || separator.test(end.text) || least * 3 > height;
  return overlap > least * 0.4 && isSameSize;
}

function splitAtSeparators(chain: readonly CardWord[]): CardWord[][] {
  const pieces: CardWord[][] = [[]];
  for (const word of chain) {
    if (separator.test(word.text)) pieces.push([]);
    else pieces[pieces.length - 1]?.push(word);
  }
  return pieces.filter(({ length }) => length > 0);
}

function toLine(words: readonly CardWord[]): CardLine {
  const heights = words.map(({ box }) => heightOf(box)).sort((one, other) => one - other);
  return {
    words,
    text: wordsToText(words),
    box: boxAround(words),
    height: heights[Math.floor(heights.length * 0.6)] ?? 0,
    confidence: Math.min(...words.map(({ confidence }) => confidence)),
  };
}

function byReadingOrder(one: CardLine, other: CardLine): number {
  const overlap = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
  const isSameRow = overlap > Math.min(one.height, other.height) * 0.6;
  return isSameRow ? one.box.left - other.box.left : one.box.top - other.box.top;
}
