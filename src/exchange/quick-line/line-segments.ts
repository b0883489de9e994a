import type { LineScan } from './line-scan.ts';
import type { LineWord } from './line-words.ts';
import { honorifics, nameSuffixes } from './word-sets.ts';

/** What parts two segments; `part` is a value that was taken from between them. */
export type Separator = 'edge' | 'line' | 'part' | 'comma' | 'dash' | 'pipe' | 'bracket' | 'stop' | 'colon';

/** Words that nothing parts. */
export interface LineSegment {
  readonly words: readonly LineWord[];
  readonly before: Separator;
  readonly after: Separator;
}

/** Parts what is free into segments, in order; none is empty. */
export function scanToSegments(scan: LineScan): LineSegment[] {
  const segments: LineSegment[] = [];
  let words: LineWord[] = [];
  let before: Separator = 'edge';
  let last = 0;
  const close = (after: Separator) => {
    if (words.length > 0) segments.push({ words, before, after });
    before = words.length > 0 || after === 'line' || before === 'edge' ? after : before;
    words = [];
  };
  for (const word of scan.words) {
    const isTaken = scan.taken[word.from] !== 0;
    const separator = findSeparator(scan, last, word.from, words.at(-1));
    if (separator !== undefined) close(separator);
    if (isTaken) close('part');
    else words.push(word);
    last = word.to;
  }
  close('edge');
  return segments;
}

function findSeparator(
  { line, taken }: LineScan,
  from: number,
  to: number,
  word: LineWord | undefined,
): Separator | undefined {
  const gap = line.slice(from, to);
  if (gap.includes('\n')) return 'line';
  if (taken[to - 1] === 1 && taken[from] === 1) return undefined;
  if (/[|·•\t]/.test(gap) || / \/ /.test(gap)) return 'pipe';
  if (/[,;]/.test(gap)) return 'comma';
  if (/\s[-–—]+(?=\s|$)|—/.test(gap)) return 'dash';
  if (/[()[\]<>{}]/.test(gap)) return 'bracket';
  if (/:/.test(gap)) return 'colon';
  if (/[!?…]/.test(gap) || (/\.\s/.test(gap) && !isShortened(word))) return 'stop';
  return undefined;
}

/** A full stop after these does not end a sentence: "Dr. Chen", "J. R. Whitfield", "Pvt. Ltd.". */
function isShortened(word: LineWord | undefined): boolean {
  if (word === undefined) return false;
  const isShort = /^\p{Lu}$/u.test(word.text) || honorifics.has(word.lower) || nameSuffixes.has(word.lower);
  return isShort || ['st', 'pvt', 'pty', 'co', 'inc', 'col', 'av'].includes(word.lower);
}

/** The gap between two words of a segment. */
export function gapWithin({ line }: LineScan, segment: readonly LineWord[], index: number): string {
  const [before, word] = [segment[index - 1], segment[index]];
  return before === undefined || word === undefined ? '' : line.slice(before.to, word.from);
}

/** Capital first, or of a script that has no capitals. */
export function isCapital(text: string): boolean {
  return /^(?:\p{Lu}|\p{Lt}|\p{Lo})/u.test(text);
}
