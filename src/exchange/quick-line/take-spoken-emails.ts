import { isEmailPossible } from '../email.ts';
import { freeWord, gapBefore, isFree, type LineScan } from './line-scan.ts';
import { isSpace, readSpokenHost } from './read-spoken-host.ts';
import { isAtWord, spokenToAddress, wordToMark } from './spoken-marks.ts';
import { takeEmail } from './take-emails.ts';
import { commonWords, wordNames } from './word-sets.ts';

const mostWords = 8;

/** Takes "dana at ruizbakery dot com", "w punto chen arroba gmail.com", "dana @ ruizbakery.com". */
export function takeSpokenEmails(scan: LineScan): void {
  for (let index = 1; index < scan.words.length; index++) {
    if (isAtWord(freeWord(scan, index)?.lower)) {
      if (isSpace(scan, index) && isSpace(scan, index + 1)) takeAround(scan, index - 1, index + 1);
    } else if (/^(?: @ ?|@ )$/.test(gapBefore(scan, index))) takeAround(scan, index - 1, index);
  }
}

function takeAround(scan: LineScan, localLast: number, hostFirst: number): void {
  const host = readSpokenHost(scan, hostFirst, 3);
  if (host === undefined) return;
  const local = readLocal(scan, localLast);
  if (local === undefined || (!host.isSpoken && isPerhapsName(scan, local.first, localLast))) return;
  const from = scan.words[local.first]?.from ?? 0;
  const to = scan.words[host.next - 1]?.to ?? from;
  const text = spokenToAddress(`${local.text}@${host.text}`);
  if (isFree(scan, from, to) && isEmailPossible(text)) takeEmail(scan, text, from, to);
}

/** "Mark Ellis at cedarlending.com" says where Mark works. */
function isPerhapsName({ words, line }: LineScan, first: number, last: number): boolean {
  const [before, word] = [words[first - 1], words[last]];
  if (first !== last || before === undefined || word === undefined) return false;
  const isWithinName =
    line.slice(before.to, word.from) === ' ' && isCapital(before.text) && isCapital(word.text);
  return isWithinName && !words.slice(0, first).some(({ lower }) => lower === word.lower);
}

function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

function readLocal(
  scan: LineScan,
  last: number,
): { readonly text: string; readonly first: number } | undefined {
  const word = freeWord(scan, last);
  if (word === undefined || wordToMark(word.lower) !== undefined) return undefined;
  let text = word.text;
  let first = last;
  for (let count = 0; count < mostWords; count++) {
    const joined = readJoinBefore(scan, first);
    const before = joined && freeWord(scan, joined.index);
    if (joined === undefined || before === undefined) break;
    text = before.text + joined.mark + text;
    first = joined.index;
  }
  return first !== last || isLocalWord(word.lower) ? { text, first } : undefined;
}

function isLocalWord(lower: string): boolean {
  return !commonWords.has(lower) || wordNames.has(lower) || lower === 'info';
}

/** What joins a word to the one before it within a local part: a mark that is typed or said, or nothing in "e r i k". */
function readJoinBefore(
  scan: LineScan,
  index: number,
): { readonly mark: string; readonly index: number } | undefined {
  const gap = gapBefore(scan, index);
  if (/^[._+-]$/.test(gap) && index > 0) return { mark: gap, index: index - 1 };
  if (!isSpace(scan, index)) return undefined;
  const said = readMarkBefore(scan, index);
  if (said !== undefined) return said;
  const [word, before] = [scan.words[index]?.text ?? '', scan.words[index - 1]];
  if (before === undefined) return undefined;
  const isSpelled = /^\p{L}$/u.test(before.text) && /^\p{L}$/u.test(word);
  const isNumbered =
    /^\d{1,4}$/.test(word) && /^\p{L}+$/u.test(before.text) && !commonWords.has(before.lower);
  return isSpelled || isNumbered ? { mark: '', index: index - 1 } : undefined;
}

function readMarkBefore(scan: LineScan, index: number) {
  const word = freeWord(scan, index - 1);
  if (index < 2 || word === undefined || !isSpace(scan, index - 1)) return undefined;
  const mark = wordToMark(word.lower);
  if (mark !== undefined) return { mark, index: index - 2 };
  const isLow = word.lower === 'bajo' || (word.lower === 'score' && scan.words[index - 2]?.lower === 'under');
  return isLow && index > 2 && isSpace(scan, index - 2) ? { mark: '_', index: index - 3 } : undefined;
}
