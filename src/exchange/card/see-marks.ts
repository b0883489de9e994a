import { hasLegalForm } from './card-vocabulary.ts';
import type { GreyPicture } from './picture.ts';
import type { CardWord, WordBox } from './word.ts';
import { heightOf } from './words-to-lines.ts';

/** Darker than this is ink, 0 to 255; a thin line that is badly in focus is hardly grey. */
const ink = 165;
const faintInk = 225;
/** All in heights of a word. A letter's own lines are shorter than an underscore, and stand below ink. */
const leastUnderscore = 0.3;
const mostThick = 0.2;
const widestGap = 0.9;

/**
 * The words with the small marks that an engine overlooks, where they are in the picture that it read (dark on
 * light): the underscore that tears a mailbox in two, and the full stop of "Co." and "Inc.".
 */
export function seeMarks(words: readonly CardWord[], card: GreyPicture): readonly CardWord[] {
  const torn = new Set<CardWord>();
  const marked = words.map((word) => {
    if (word.text.includes('@')) {
      const before = words.find((other) => isPieceOfMailbox(other, word) && hasUnderscore(card, other, word));
      if (before === undefined) return word;
      torn.add(before);
      return joinWithUnderscore(before, word);
    }
    const isForm = /^\p{L}{2,4}$/u.test(word.text) && hasLegalForm(word.text);
    return isForm && hasFullStop(card, word.box) ? { ...word, text: `${word.text}.` } : word;
  });
  return marked.filter((word) => !torn.has(word));
}

function joinWithUnderscore(before: CardWord, word: CardWord): CardWord {
  const [one, other] = [before.box, word.box];
  return {
    text: `${before.text.replace(/_$/, '')}_${word.text.replace(/^_/, '')}`,
    confidence: Math.min(before.confidence, word.confidence),
    box: {
      left: one.left,
      top: Math.min(one.top, other.top),
      right: other.right,
      bottom: Math.max(one.bottom, other.bottom),
    },
  };
}

function isPieceOfMailbox({ text, box }: CardWord, { text: next, box: nextBox }: CardWord): boolean {
  const gap = nextBox.left - box.right;
  const overlap = Math.min(box.bottom, nextBox.bottom) - Math.max(box.top, nextBox.top);
  const isBeside = overlap > heightOf(nextBox) * 0.5 && Math.abs(gap) < heightOf(nextBox) * widestGap;
  return isBeside && /^[a-z0-9.+-]*[a-z0-9]_?$/.test(text) && /^_?[a-z0-9]/.test(next);
}

/** A level line low between both words, with nothing above it. */
function hasUnderscore(card: GreyPicture, { box: one }: CardWord, { box: other }: CardWord): boolean {
  const height = Math.min(heightOf(one), heightOf(other));
  const top = Math.min(one.top, other.top);
  const left = Math.round(one.right - height * 0.7);
  const right = Math.round(other.left + height * 0.5);
  const bottom = Math.round(top + height * 1.4);
  for (let y = Math.round(top + height * 0.6); y <= bottom; y += 1) {
    const { start, end } = longestRun(card, y, left, right);
    const middle = (start + end) / 2;
    const isBetween = middle > one.right - height * 0.6 && middle < other.left + height * 0.3;
    if (end - start < height * leastUnderscore || !isBetween) continue;
    const inner = { left: start + 1, right: end - 2 };
    const below = {
      ...inner,
      top: Math.round(y + height * mostThick),
      bottom: Math.round(y + height * 0.35),
    };
    if (isBare(card, { ...inner, top, bottom: y - 3 }, ink) && isBare(card, below, faintInk)) return true;
  }
  return false;
}

function longestRun(
  card: GreyPicture,
  y: number,
  left: number,
  right: number,
): { readonly start: number; readonly end: number } {
  let best = { start: left, end: left };
  let start = left;
  for (let x = left; x <= right; x += 1) {
    if (x < right && isInk(card, x, y, faintInk)) continue;
    if (x - start > best.end - best.start) best = { start, end: x };
    start = x + 1;
  }
  return best;
}

/** A dot on the line, right behind the word: as wide as high, and nothing above it. */
function hasFullStop(card: GreyPicture, box: WordBox): boolean {
  const height = heightOf(box);
  const bottom = Math.round(box.bottom + height * 0.06);
  const low = Math.round(box.bottom - height * 0.24);
  const right = Math.round(box.right + height * 0.6);
  const columns: number[] = [];
  for (let x = box.right + 1; x <= right; x += 1) {
    if (hasInk(card, { left: x, right: x, top: low, bottom }, ink)) columns.push(x);
    else if (columns.length > 0) break;
  }
  const [first, last] = [columns[0], columns[columns.length - 1]];
  if (first === undefined || last === undefined || last === right) return false;
  const width = last - first + 1;
  const isDot = width >= height * 0.07 && width <= height * 0.4;
  return (
    isDot &&
    isBare(
      card,
      { left: first, right: last, top: box.top, bottom: Math.round(box.bottom - height * 0.36) },
      ink,
    )
  );
}

function isBare(card: GreyPicture, box: WordBox, darkness: number): boolean {
  return !hasInk(card, box, darkness);
}

function hasInk(card: GreyPicture, { left, top, right, bottom }: WordBox, darkness: number): boolean {
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) if (isInk(card, x, y, darkness)) return true;
  }
  return false;
}

function isInk({ width, height, data }: GreyPicture, x: number, y: number, darkness: number): boolean {
  return x >= 0 && y >= 0 && x < width && y < height && (data[y * width + x] ?? 255) < darkness;
}
