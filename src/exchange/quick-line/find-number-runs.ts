import { gapBefore, isFree, type LineScan } from './line-scan.ts';
import { type NumberToken, readNumberToken } from './spoken-number.ts';

/** Numbers that stand together, as the groups of a telephone number do. */
export type NumberRun = readonly NumberToken[];

/**
 * Finds runs of figures, typed or said, that only spaces, brackets and the marks of telephone numbers part. Runs that
 * a comma parts belong together in one list: "two three one, five five five, oh one four two".
 */
export function findNumberRuns(scan: LineScan): NumberRun[][] {
  const found: NumberToken[][][] = [];
  let isOpen = false;
  for (let index = 0; index < scan.words.length; ) {
    const token = readFree(scan, index);
    if (token !== undefined) addToken(found, token, isOpen ? gapBefore(scan, index) : undefined);
    isOpen = token !== undefined;
    index = token?.next ?? index + 1;
  }
  return found.map((runs) => runs.flatMap((run) => partAtDates(scan, run)));
}

/** `gap` is what parts it from the token before, if there is one directly before. */
function addToken(found: NumberToken[][][], token: NumberToken, gap: string | undefined): void {
  const runs = found.at(-1);
  if (runs !== undefined && gap !== undefined && isGroupGap(gap)) runs.at(-1)?.push(token);
  else if (runs !== undefined && gap !== undefined && /^, ?$/.test(gap)) runs.push([token]);
  else found.push([[token]]);
}

function readFree(scan: LineScan, index: number): NumberToken | undefined {
  const token = readNumberToken(scan, index);
  const from = scan.words[token?.first ?? 0]?.from ?? 0;
  const to = scan.words[(token?.next ?? 1) - 1]?.to ?? 0;
  return token !== undefined && isFree(scan, from, to) ? token : undefined;
}

function isGroupGap(gap: string): boolean {
  return /^[ \u00a0\u2009\u202f()./·‐‑–-]{1,4}$/.test(gap);
}

/** Takes dates out of a run: "05.12.2026", "2026-12-05". */
function partAtDates(scan: LineScan, run: NumberRun): NumberToken[][] {
  const parts: NumberToken[][] = [[]];
  for (let index = 0; index < run.length; ) {
    const token = run[index];
    if (token === undefined) break;
    const isDate = isDateAt(scan, run, index);
    if (isDate) parts.push([]);
    else parts.at(-1)?.push(token);
    index += isDate ? 3 : 1;
  }
  return parts.filter((part) => part.length > 0);
}

function isDateAt(scan: LineScan, run: NumberRun, index: number): boolean {
  const [first, second, third] = run.slice(index, index + 3);
  if (first === undefined || second === undefined || third === undefined) return false;
  const mark = gapBefore(scan, second.first);
  const isMarked = /^[./-]$/.test(mark) && gapBefore(scan, third.first) === mark;
  const after = run[index + 3];
  const isLonger = after !== undefined && gapBefore(scan, after.first) === mark;
  if (!isMarked || isLonger || (index > 0 && gapBefore(scan, first.first) === mark)) return false;
  const lengths = [first, second, third].map(({ digits }) => digits.length).join('');
  return (
    /^[12][12]2$/.test(lengths) ||
    (/^[12][12]4$/.test(lengths) && isYear(third)) ||
    (/^4[12][12]$/.test(lengths) && isYear(first))
  );
}

function isYear({ digits }: NumberToken): boolean {
  return /^(?:19|20)/.test(digits);
}
