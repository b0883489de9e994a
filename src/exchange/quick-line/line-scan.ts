import { type LineWord, lineToWords } from './line-words.ts';
import type { QuickLinePart } from './quick-line-reading.ts';

/** A line while it is being read: each reader takes what it recognises from what the others left. */
export interface LineScan {
  readonly line: string;
  /** ISO 3166-1 alpha-2. */
  readonly region: string;
  readonly words: readonly LineWord[];
  /** One for each UTF-16 unit: not 0 is taken or was put back. */
  readonly taken: Uint8Array;
  readonly parts: QuickLinePart[];
}

export function startScan(line: string, region: string, putBack: ReadonlySet<string>): LineScan {
  const taken = new Uint8Array(line.length);
  for (const source of putBack) holdSource(line, source, taken);
  return { line, region, words: lineToWords(line), taken, parts: [] };
}

/** Marks the places where a source stands by itself. */
function holdSource(line: string, source: string, taken: Uint8Array): void {
  if (source.trim() === '') return;
  let held = 0;
  for (let at = line.indexOf(source); at !== -1; at = line.indexOf(source, at + 1)) {
    const end = at + source.length;
    if (!isApart(line, at, end)) continue;
    taken.fill(1, Math.max(at, held), end);
    held = end;
  }
}

/** No word goes on at its ends, nor an address: "dana" does not stand by itself in "dana@ruizbakery.com". */
function isApart(line: string, from: number, to: number): boolean {
  return !isJoined(line, from - 1) && !isJoined(line, to);
}

function isJoined(line: string, index: number): boolean {
  return /[\p{L}\p{M}\p{N}@_]/u.test(line[index] ?? '');
}

export function isFree({ taken }: LineScan, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (taken[index] !== 0) return false;
  return true;
}

/**
 * Takes the part; false, and nothing changes, when some of it is taken or was put back, or when it does not stand by
 * itself: what could not be found again could not be put back.
 */
export function takePart(scan: LineScan, part: QuickLinePart): boolean {
  if (part.to <= part.from || !isApart(scan.line, part.from, part.to)) return false;
  if (!isFree(scan, part.from, part.to)) return false;
  scan.taken.fill(1, part.from, part.to);
  scan.parts.push(part);
  return true;
}

/** The index of the first word that starts at or after the offset. */
export function wordIndexAt({ words }: LineScan, offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.from ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What stands between a word and the one before it; from the line's start for the first one. */
export function gapBefore({ line, words }: LineScan, index: number): string {
  const from = words[index - 1]?.to ?? 0;
  return line.slice(from, words[index]?.from ?? line.length);
}

/** The word when there is one and nothing has taken it. */
export function freeWord(scan: LineScan, index: number): LineWord | undefined {
  const word = scan.words[index];
  return word !== undefined && isFree(scan, word.from, word.to) ? word : undefined;
}
