import { type LineScan, takePart } from './line-scan.ts';
import { gapWithin, isCapital, type LineSegment } from './line-segments.ts';
import type { LineWord } from './line-words.ts';
import { isCompanyRun, isLegalEnd, readCapitalRun } from './trade.ts';
import { leadingTradeWords } from './trade-words.ts';
import { commonWords, firstNames, placeWords } from './word-sets.ts';

/** What is known of a line when its company is looked for. */
export interface Heading {
  /** Indexes of segments, -1 where there is none. */
  readonly name: number;
  readonly nameWords: number;
  readonly title: number;
  readonly titleWords: number;
  readonly isMet: boolean;
}

const fieldNames = new Set('company organisation organization org firma empresa société business'.split(' '));
const leads = new Set('from at of with for de von bei chez en'.split(' '));
const workWords = new Set('works work worked working trabaja arbeitet travaille job'.split(' '));
const workLeads = new Set('at for with en bei für chez'.split(' '));
const longestCompany = 8;

/** Takes the company where something says that it is one; else what it may be stays in the note. */
export function takeCompany(scan: LineScan, segments: readonly LineSegment[], heading: Heading): boolean {
  if (takeLabelled(scan, segments)) return true;
  for (const [index, segment] of segments.entries()) {
    const from = wordsUsed(index, heading);
    const words = from === 0 ? segment.words : segment.words.slice(from);
    const isWhole = from === 0 && takeWhole(scan, segments, index, heading);
    if (isWhole || takeLed(scan, words, index, heading) || takeLegal(scan, words)) return true;
  }
  return false;
}

function wordsUsed(index: number, { name, nameWords, title, titleWords }: Heading): number {
  return Math.max(index === name ? nameWords : 0, index === title ? titleWords : 0);
}

function takeLabelled(scan: LineScan, segments: readonly LineSegment[]): boolean {
  const index = segments.findIndex(
    ({ words, after }) => after === 'colon' && words.length === 1 && fieldNames.has(words[0]?.lower ?? ''),
  );
  const [label, words] = [segments[index]?.words[0], segments[index + 1]?.words ?? []];
  return index !== -1 && takeRun(scan, words, label?.from);
}

/** The whole segment is one: by its last word, or by where it stands after a name. */
function takeWhole(
  scan: LineScan,
  segments: readonly LineSegment[],
  index: number,
  heading: Heading,
): boolean {
  const segment = segments[index];
  if (segment === undefined || readCapitalRun(segment.words, 0).length !== segment.words.length) return false;
  const isTold = isCompanyRun(segment.words) && !isPhrase(segment.words);
  return (isTold || isPlaced(scan, segments, index, heading)) && takeRun(scan, segment.words);
}

/** "New Kitchen" is none, "Blue Door Studio", "First Inc" and "Garage Moreau" are. */
function isPhrase(words: readonly LineWord[]): boolean {
  const [first, last] = [words[0]?.lower ?? '', words.at(-1)?.lower ?? ''];
  if (words.length !== 2 || !commonWords.has(first) || isLegalEnd(words)) return false;
  return !leadingTradeWords.has(first) || commonWords.has(last);
}

/** "Name - Company - number", or the line after name and title. */
function isPlaced(
  scan: LineScan,
  segments: readonly LineSegment[],
  index: number,
  { name, title }: Heading,
): boolean {
  const segment = segments[index];
  if (
    segment === undefined ||
    name === -1 ||
    !scan.parts.some(({ kind }) => kind === 'phone' || kind === 'email')
  )
    return false;
  if (
    segment.words.length > 5 ||
    segment.words.some(({ text, lower }) => /\d/.test(text) || commonWords.has(lower))
  )
    return false;
  if (placeWords.has(segment.words[0]?.lower ?? '')) return false;
  const isRow =
    (segment.before === 'dash' || segment.before === 'pipe') &&
    ['dash', 'pipe', 'part', 'line'].includes(segment.after);
  if (isRow) return index === Math.max(name, title) + 1 && segments[name]?.after === segment.before;
  return index === title + 1 && title > name && segment.before === 'line' && isLineEnd(scan, segment);
}

function isLineEnd({ line }: LineScan, { words }: LineSegment): boolean {
  const to = words.at(-1)?.to ?? 0;
  return /^[ \t.\r]*(?:\n|$)/.test(line.slice(to, to + 8));
}

/** "from Cedar Lending", "works at Google", "owner of Patel Motors". */
function takeLed(scan: LineScan, words: readonly LineWord[], index: number, heading: Heading): boolean {
  for (const [at, word] of words.entries()) {
    if (!leads.has(word.lower) || gapBreaks(scan, words, at)) continue;
    const before = words[at - 1];
    const isWork = before !== undefined && workWords.has(before.lower) && workLeads.has(word.lower);
    const isTitled = at === 0 && index === heading.title;
    const run = readLed(words, at + 1, isWork || isTitled);
    const isPlace = heading.isMet && word.lower === 'at' && !isTitled;
    if (run === undefined || isPlace) continue;
    const from = isWork ? before.from : word.from;
    if (takeRun(scan, run, from)) return true;
  }
  return false;
}

function gapBreaks(scan: LineScan, words: readonly LineWord[], index: number): boolean {
  return index > 0 && !/^ $/.test(gapWithin(scan, words, index));
}

function readLed(
  words: readonly LineWord[],
  first: number,
  isTold: boolean,
): readonly LineWord[] | undefined {
  const start = words[first];
  if (start === undefined) return undefined;
  if (isCapital(start.text)) {
    const run = readCapitalRun(words, first);
    const isCommon = commonWords.has(start.lower);
    return isCompanyRun(run) || (run.length > 0 && isTold && !isCommon) ? run : undefined;
  }
  return readSmall(words, first);
}

/** In small letters, what follows up to the trade: "harbor realty". */
function readSmall(words: readonly LineWord[], first: number): readonly LineWord[] | undefined {
  for (let end = first; end < words.length && end < first + 4; end++) {
    const word = words[end];
    if (word === undefined) return undefined;
    const run = words.slice(first, end + 1);
    if (isCompanyRun(run) && run.length > 1) return run;
    if (commonWords.has(word.lower)) return undefined;
  }
  return undefined;
}

/** A legal form tells a company anywhere: "von der Firma Weber Bau GmbH". */
function takeLegal(scan: LineScan, words: readonly LineWord[]): boolean {
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined || !isCapital(word.text) || fieldNames.has(word.lower)) continue;
    const run = readCapitalRun(words, at);
    if (isLegalEnd(run) && !firstNames.has(word.lower)) return takeRun(scan, run);
    at += Math.max(0, run.length - 1);
  }
  return false;
}

function takeRun(scan: LineScan, words: readonly LineWord[], from?: number): boolean {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length > longestCompany) return false;
  const to = isLegalEnd(words) && scan.line[last.to] === '.' ? last.to + 1 : last.to;
  return takePart(scan, {
    kind: 'company',
    text: scan.line.slice(first.from, to),
    from: from ?? first.from,
    to,
  });
}
