import { freeWord, gapBefore, type LineScan, wordIndexAt } from './line-scan.ts';

/** What a word before a value says of it: a label, or '' when it only says what kind of value it is. */
export type LabelWords = ReadonlyMap<string, string>;

export interface ValueLabel {
  readonly from: number;
  readonly label: string;
}

const linkWords = new Set('is ist es est'.split(' '));
const ownerWords = new Set(
  'my her his their your our the new mi su tu mein meine ihre seine mon son sa ma'.split(' '),
);
const longest = 3;

/** "her cell is", "Tel.:", "work email": what stands directly before `from`, in its line. */
export function readLabelBefore(scan: LineScan, from: number, labels: LabelWords): ValueLabel | undefined {
  let end = from;
  let index = wordIndexAt(scan, from) - 1;
  let isLinked = false;
  if (linkWords.has(freeWord(scan, index)?.lower ?? '') && isLabelGap(scan, index, end)) {
    isLinked = true;
    end = scan.words[index]?.from ?? end;
    index--;
  }
  const said: string[] = [];
  for (; said.length < longest; index--) {
    const label = readOne(scan, index, end, labels, isLinked);
    if (label === undefined) break;
    said.unshift(label);
    end = scan.words[index]?.from ?? end;
  }
  if (said.length === 0) return undefined;
  for (let count = 0; count < 2; count++, index--) {
    const owner = freeWord(scan, index);
    if (owner === undefined || !ownerWords.has(owner.lower) || !isLabelGap(scan, index, end)) break;
    end = owner.from;
  }
  return { from: end, label: said.filter((label) => label !== '').join(' ') };
}

function readOne(scan: LineScan, index: number, end: number, labels: LabelWords, isLinked: boolean) {
  const word = freeWord(scan, index);
  if (word === undefined || !isLabelGap(scan, index, end)) return undefined;
  const label = labels.get(word.lower);
  const isLetter = word.text.length === 1 && !isLinked;
  return label === undefined || (isLetter && !isLetterLabel(scan, index, end)) ? undefined : label;
}

/** A single letter is a label with a colon ("M: 07400 …"), or where its line or the free text starts. */
function isLetterLabel(scan: LineScan, index: number, end: number): boolean {
  const word = scan.words[index];
  if (word === undefined) return false;
  const after = scan.line.slice(word.to, end);
  if (after.includes(':')) return true;
  return index === 0 || /[\n|,]/.test(gapBefore(scan, index));
}

function isLabelGap(scan: LineScan, index: number, end: number): boolean {
  const gap = scan.line.slice(scan.words[index]?.to ?? end, end);
  return /^[ \u00a0\t.:#(<–-]{0,5}$/.test(gap) && !/^[.-][^\s:]/.test(gap);
}
