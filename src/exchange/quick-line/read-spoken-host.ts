import { freeWord, gapBefore, type LineScan } from './line-scan.ts';
import { isAtWord, wordToMark } from './spoken-marks.ts';
import { commonWords } from './word-sets.ts';

export interface SpokenHost {
  readonly text: string;
  /** Index of the word after it. */
  readonly next: number;
  /** A dot was said, not typed. */
  readonly isSpoken: boolean;
}

/** Endings that a host may have when it is said; of a typed one, any will do. */
const endings = new Set(
  'com net org edu gov info biz io co me app dev uk de mx es fr au in it nl eu us ca at ch se no dk fi pl pt br ar cl nz ie jp be example site online shop store homes house studio realtor law'.split(
    ' ',
  ),
);
const mostLabels = 5;
const articles = new Set('the a an my her his their this that el la der die das le'.split(' '));

type LabelPlace = 'email' | 'site' | 'ending';

/**
 * Reads a host that is said ("ruiz bakery dot com", "chen hyphen law dot co dot uk") or typed ("reyes.com").
 * Dictation parts names: up to `mostWords` words before the first dot are put together.
 */
export function readSpokenHost(scan: LineScan, first: number, mostWords: number): SpokenHost | undefined {
  let read = readLabel(scan, first, mostWords, mostWords > 1 ? 'email' : 'site');
  if (read === undefined) return undefined;
  let found: SpokenHost | undefined;
  let text = read.text;
  let isSpoken = false;
  for (let count = 1; count < mostLabels; count++) {
    const dot = readDot(scan, read.next);
    if (dot === undefined) break;
    read = readLabel(scan, dot.next, 1, 'ending');
    if (read === undefined) break;
    isSpoken ||= dot.isSpoken;
    text = `${text}.${read.text}`;
    if (endings.has(read.text)) found = { text, next: read.next, isSpoken };
  }
  return found;
}

function readDot(
  scan: LineScan,
  index: number,
): { readonly next: number; readonly isSpoken: boolean } | undefined {
  if (gapBefore(scan, index) === '.' && index < scan.words.length) return { next: index, isSpoken: false };
  const isSaid =
    wordToMark(freeWord(scan, index)?.lower) === '.' && isSpace(scan, index) && isSpace(scan, index + 1);
  return isSaid ? { next: index + 1, isSpoken: true } : undefined;
}

function readLabel(
  scan: LineScan,
  first: number,
  mostWords: number,
  place: LabelPlace,
): { text: string; next: number } | undefined {
  let text = '';
  let index = first;
  for (let count = 0; count < mostWords; count++) {
    const part = readHyphenated(scan, index, place);
    if (part === undefined || (count > 0 && !isSpace(scan, index))) break;
    text += part.text;
    index = part.next;
    if (readDot(scan, index) !== undefined) break;
  }
  return text === '' ? undefined : { text, next: index };
}

function readHyphenated(
  scan: LineScan,
  first: number,
  place: LabelPlace,
): { text: string; next: number } | undefined {
  let text = '';
  for (let index = first, count = 0; count < mostLabels; count++) {
    const word = freeWord(scan, index);
    if (word === undefined || wordToMark(word.lower) !== undefined || !/^[\p{L}\p{N}]+$/u.test(word.text))
      break;
    if (count === 0 && !isLabelWord(word.lower, place)) break;
    text += word.lower;
    const hyphen = readHyphen(scan, index + 1);
    if (hyphen === undefined) return { text, next: index + 1 };
    text += '-';
    index = hyphen;
  }
  return undefined;
}

/** "the dot com" is no site; after an "at", "bank dot com" may be a host all the same. */
function isLabelWord(lower: string, place: LabelPlace): boolean {
  if (place === 'ending') return true;
  return place === 'email' ? !articles.has(lower) && !isAtWord(lower) : !commonWords.has(lower);
}

function readHyphen(scan: LineScan, index: number): number | undefined {
  if (gapBefore(scan, index) === '-') return index;
  const isSaid =
    wordToMark(freeWord(scan, index)?.lower) === '-' && isSpace(scan, index) && isSpace(scan, index + 1);
  return isSaid ? index + 1 : undefined;
}

export function isSpace(scan: LineScan, index: number): boolean {
  return /^[ \u00a0]{1,2}$/.test(gapBefore(scan, index)) && index < scan.words.length;
}
