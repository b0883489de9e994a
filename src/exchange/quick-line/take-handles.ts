import { wordToNetwork } from '../handle.ts';
import { freeWord, gapBefore, isFree, type LineScan, takePart, wordIndexAt } from './line-scan.ts';
import { isSpace } from './read-spoken-host.ts';
import { isAtWord, spokenToAddress, wordToMark } from './spoken-marks.ts';
import { commonWords } from './word-sets.ts';

interface SaidHandle {
  readonly text: string;
  readonly to: number;
  /** It has a mark, a figure or an "@": no plain word. */
  readonly isShaped: boolean;
}

const onWords = new Set('on auf en sur in via'.split(' '));
const ownWords = new Set('my her his their mi su mein'.split(' '));
const fillers = new Set('handle is name username user account as es ist page'.split(' '));
/** Network words that mean something else as often. */
const unclear = new Set('x li tt snap threads'.split(' '));
/** Nobody says these but before a handle. */
const clear = new Set('insta ig fb yt'.split(' '));
const mostParts = 6;

/** Takes a network with its handle, before it or after it, and then each "@dana.bakes" that stands alone. */
export function takeHandles(scan: LineScan): void {
  for (let index = 0; index < scan.words.length; index++) {
    const word = freeWord(scan, index);
    const network = word && wordToNetwork(word.lower);
    if (word === undefined || network === undefined || /[.@/_-]$/.test(gapBefore(scan, index))) continue;
    takeAfter(scan, index, network.toLowerCase()) || takeBefore(scan, index, network.toLowerCase());
  }
  takeBare(scan);
}

/** "insta dana.bakes", "IG: @dana", "instagram handle is dana", "insta arroba dana punto bakes". */
function takeAfter(scan: LineScan, index: number, network: string): boolean {
  const { words, line } = scan;
  const word = words[index];
  let next = index + 1;
  if (word === undefined || !/^[\s:]/.test(line.slice(word.to, word.to + 1))) return false;
  while (fillers.has(freeWord(scan, next)?.lower ?? '') && next < index + 3 && isSpace(scan, next)) next++;
  const isSaidAt = isAtWord(freeWord(scan, next)?.lower);
  const at = isSaidAt ? words[next] : undefined;
  const firstWord = words[isSaidAt ? next + 1 : next];
  const between = line.slice(at?.to ?? words[next - 1]?.to ?? 0, firstWord?.from ?? 0);
  if (firstWord === undefined || !/^[ \t:]{0,3}@?_*$/.test(between)) return false;
  const said = readSaid(scan, firstWord.from - (/@?_*$/.exec(between)?.[0].length ?? 0));
  if (said === undefined || !isLikely(scan, index, next, said, at?.lower)) return false;
  return takePart(scan, {
    kind: 'handle',
    text: `${network} ${said.text}`,
    from: startOf(scan, index),
    to: said.to,
  });
}

function isLikely(
  scan: LineScan,
  index: number,
  next: number,
  said: SaidHandle,
  at: string | undefined,
): boolean {
  const word = scan.words[index]?.lower ?? '';
  if (/^[\d.-]+$/.test(said.text) || scan.line[said.to] === '@') return false;
  const between = scan.line.slice(scan.words[index]?.to ?? 0, said.to);
  const isMarked = /[@:]/.test(between) || at === 'arroba' || at === 'arobase';
  if (isMarked) return true;
  if (unclear.has(word)) return said.isShaped && word !== 'x';
  if (said.isShaped) return true;
  if (commonWords.has(said.text) || said.text.length < 3) return false;
  const isAsked = next > index + 1 && at === undefined;
  return (
    isAsked ||
    clear.has(word) ||
    (isAtEnd(scan, said.to) && !commonWords.has(scan.words[index - 1]?.lower ?? ''))
  );
}

function isAtEnd({ line, taken }: LineScan, to: number): boolean {
  const rest = /^[ \t]*[,;.\n)|]?/.exec(line.slice(to, to + 20))?.[0] ?? '';
  const after = to + rest.length;
  return after >= line.length || /[,;.\n)|]$/.test(rest) || taken[after] === 1;
}

/** "on her instagram": the words before the network that belong to it. */
function startOf(scan: LineScan, index: number): number {
  let first = index;
  for (const set of [ownWords, onWords]) {
    const before = freeWord(scan, first - 1);
    if (before !== undefined && set.has(before.lower) && isSpace(scan, first)) first--;
  }
  return scan.words[first]?.from ?? 0;
}

/** "@dana.bakes on instagram", "dana.bakes (insta)". */
function takeBefore(scan: LineScan, index: number, network: string): boolean {
  const from = startOf(scan, index);
  const first = wordIndexAt(scan, from);
  const gap = gapBefore(scan, first);
  const isBracketed = /^\s?\($/.test(gap) && scan.line[scan.words[index]?.to ?? 0] === ')';
  const isOn = onWords.has(scan.words[first]?.lower ?? '') && /^ $/.test(gap);
  const before = scan.words[first - 1];
  if (before === undefined || !(isBracketed || isOn)) return false;
  const chunk = /(?:^|\s)(@?[\p{L}\p{N}_.-]{1,60})$/u.exec(
    scan.line.slice(Math.max(0, before.to - 62), before.to),
  )?.[1];
  if (chunk === undefined || !/^@|[\p{L}\p{N}][._]|\p{L}\d/u.test(chunk)) return false;
  const to = (scan.words[index]?.to ?? 0) + (isBracketed ? 1 : 0);
  const text = `${network} ${chunk.replace(/^@/, '')}`;
  return takePart(scan, { kind: 'handle', text, from: before.to - chunk.length, to });
}

function takeBare(scan: LineScan): void {
  for (const { 0: found, index } of scan.line.matchAll(
    /(?<![^\s(,;:·|])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,58}[\p{L}\p{N}_])/gu,
  )) {
    const [from, to] = [index, index + found.length];
    const isHandle = scan.line[to] !== '@' && /\p{L}/u.test(found);
    if (isHandle && isFree(scan, from, to)) takePart(scan, { kind: 'handle', text: found, from, to });
  }
}

/** A handle as it is typed, or said with its marks: "dana underscore bakes". */
function readSaid(scan: LineScan, from: number): SaidHandle | undefined {
  const typed = /^@?([\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,58}[\p{L}\p{N}_])?)/u.exec(
    scan.line.slice(from, from + 62),
  );
  if (typed?.[1] === undefined) return undefined;
  let to = from + typed[0].length;
  let text = typed[1];
  const isTyped = /[._\d]|\p{L}-\p{L}/u.test(text);
  let isSaid = false;
  for (let count = 0; count < mostParts; count++) {
    const joined = readMark(scan, wordIndexAt(scan, to));
    const after = joined && freeWord(scan, joined.index);
    if (joined === undefined || after === undefined) break;
    text += joined.mark + after.text;
    to = after.to;
    isSaid = true;
  }
  return isFree(scan, from, to)
    ? { text: isSaid ? spokenToAddress(text) : text, to, isShaped: isTyped || isSaid }
    : undefined;
}

function readMark(
  scan: LineScan,
  index: number,
): { readonly mark: string; readonly index: number } | undefined {
  const word = freeWord(scan, index);
  const mark = wordToMark(word?.lower);
  if (mark === undefined || mark === '+' || !isSpace(scan, index)) return undefined;
  const isLow = scan.words[index + 1]?.lower === 'bajo' && isSpace(scan, index + 1);
  const next = isLow ? index + 2 : index + 1;
  return isSpace(scan, next) ? { mark: isLow ? '_' : mark, index: next } : undefined;
}
