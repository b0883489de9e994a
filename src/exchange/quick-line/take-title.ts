import { type LineScan, takePart } from './line-scan.ts';
import type { LineSegment } from './line-segments.ts';
import type { LineWord } from './line-words.ts';
import { titleHeads, titleModifiers } from './trade-words.ts';

const fieldNames = new Set('title role position cargo puesto fonction poste'.split(' '));
const mostWords = 6;

/** How many words a title has that begins there; 0 when there is none. */
function countTitleWords(words: readonly LineWord[]): number {
  let count = 0;
  let end = 0;
  for (; count < mostWords; count++) {
    const lower = words[count]?.lower ?? '';
    const isHead = titleHeads.has(lower);
    if (!isHead && !titleModifiers.has(lower)) break;
    if (isHead || (end > 0 && !connecting.has(lower))) end = count + 1;
  }
  return end;
}

const connecting = new Set('of de für for and und y e et in del des'.split(' '));
const companyLeads = new Set('at of with for bei de en chez von'.split(' '));

export interface TitleFound {
  /** Index of its segment, and how many of the segment's words it has. */
  readonly segment: number;
  readonly words: number;
}

/** Takes what a person does there, where it stands by itself or before "at" and a company. */
export function takeTitle(
  scan: LineScan,
  segments: readonly LineSegment[],
  name: number,
): TitleFound | undefined {
  const labelled = segments.findIndex(
    ({ words, after }) => after === 'colon' && fieldNames.has(words[0]?.lower ?? ''),
  );
  if (labelled !== -1) {
    const words = segments[labelled + 1]?.words ?? [];
    const isTaken = takeWords(scan, words, segments[labelled]?.words[0]);
    return isTaken ? { segment: labelled + 1, words: words.length } : undefined;
  }
  for (const index of [name + 1, name + 2]) {
    const words = readTitle(segments[index]);
    if (words.length > 0 && takeWords(scan, words)) return { segment: index, words: words.length };
  }
  return undefined;
}

function readTitle(segment: LineSegment | undefined): readonly LineWord[] {
  if (segment === undefined || segment.before === 'part') return [];
  const count = countTitleWords(segment.words);
  const next = segment.words[count];
  const isAlone = next === undefined ? segment.after !== 'part' : companyLeads.has(next.lower);
  return isAlone ? segment.words.slice(0, count) : [];
}

function takeWords(scan: LineScan, words: readonly LineWord[], label?: LineWord): boolean {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return false;
  const to = /[®™]/.test(scan.line[last.to] ?? '') ? last.to + 1 : last.to;
  const text = scan.line.slice(first.from, to);
  return takePart(scan, { kind: 'title', text, from: label?.from ?? first.from, to });
}
