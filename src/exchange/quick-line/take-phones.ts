import { findNumberRuns, type NumberRun } from './find-number-runs.ts';
import { freeWord, gapBefore, type LineScan, takePart, wordIndexAt } from './line-scan.ts';
import { readExtension } from './read-extension.ts';
import { createNumberTest, fewestDigits, longestNumber, type NumberTest, readGroups } from './read-groups.ts';
import type { NumberToken } from './spoken-number.ts';
import { figureNames, figureUnits } from './trade-words.ts';
import { type LabelWords, readLabelBefore } from './value-labels.ts';

const plainLabels =
  'phone number tel telephone telefon teléfono telefono téléphone tél ph nummer número numero num rufnummer p t';
const ownLabels =
  'cell cellphone mobile mob mobil handy work office home fax direct whatsapp cel celular móvil movil casa trabajo oficina portable bureau büro privat geschäftlich dienstlich travail landline festnetz fijo fixe personal business';
const letterLabels = { m: 'mobile', c: 'cell', o: 'office', w: 'work', h: 'home', f: 'fax', d: 'direct' };
const phoneLabels: LabelWords = new Map([
  ...plainLabels.split(' ').map((word) => [word, ''] as const),
  ...ownLabels.split(' ').map((word) => [word, word] as const),
  ...Object.entries(letterLabels),
]);

/** So many figures may be left over after a number without making it doubtful: "231 555 0142 3 kids". */
const mostLeftOver = 4;

/** Takes telephone numbers that are in use in the region's plan or their own, with label and extension. */
export function takePhones(scan: LineScan): void {
  const isNumber = createNumberTest(scan.region);
  for (const runs of findNumberRuns(scan)) {
    const isAnyTaken = runs.map((run) => takeRun(scan, run, isNumber)).includes(true);
    if (!isAnyTaken && runs.length > 1 && isCounted(runs)) takeRun(scan, runs.flat(), isNumber);
  }
}

/** Groups as they are said with pauses, and no list of sums or years. */
function isCounted(runs: readonly NumberRun[]): boolean {
  return runs.flat().every(({ digits, isSpoken }) => isSpoken || digits.length <= 4);
}

function takeRun(scan: LineScan, whole: NumberRun, isNumber: NumberTest): boolean {
  const run = withoutZip(scan, whole);
  const [first] = run;
  if (first === undefined || countDigits(run) < fewestDigits || isOtherFigure(scan, run)) return false;
  const isLabelled = readLabelBefore(scan, startOf(scan, first), phoneLabels) !== undefined;
  const numbers: { readonly tokens: readonly NumberToken[]; readonly text: string }[] = [];
  let index = 0;
  while (index < run.length) {
    const read = readGroups(scan, run.slice(index, index + longestNumber), isLabelled, isNumber);
    if (read === undefined) break;
    numbers.push(read);
    index += read.tokens.length;
  }
  const left = countDigits(run.slice(index));
  const isTyping = run.at(-1)?.next === scan.words.length;
  if (left > mostLeftOver && !isTyping) return false;
  for (const { tokens, text } of numbers) takeNumber(scan, tokens, text);
  return numbers.length > 0;
}

/** "MI 49504 616 555 0168" */
function withoutZip(scan: LineScan, run: NumberRun): NumberRun {
  const [first] = run;
  const isZip = first?.digits.length === 5 && /^[A-Z]{2}$/.test(scan.words[first.first - 1]?.text ?? '');
  return isZip ? run.slice(1) : run;
}

function countDigits(run: NumberRun): number {
  return run.reduce((sum, { digits }) => sum + digits.length, 0);
}

/** A sum, an order, an account: by what stands before or after it. */
function isOtherFigure(scan: LineScan, run: NumberRun): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return true;
  const gap = gapBefore(scan, first.first);
  const rest = textAfter(scan, last, 4);
  if (/[$€£¥₹#§]\s?$/.test(gap) || /^\s?[$€£¥₹%](?!\d)/.test(rest)) return true;
  if (/[A-Z]{2}\d{2}/.test(scan.words[first.first - 1]?.text ?? '')) return true;
  for (let back = 1; back <= 2; back++) {
    if (/[\n,;.]/.test(gapBefore(scan, first.first - back + 1))) break;
    if (figureNames.has(scan.words[first.first - back]?.lower ?? '')) return true;
  }
  const after = scan.words[last.next];
  return after !== undefined && /^ $/.test(gapBefore(scan, last.next)) && figureUnits.has(after.lower);
}

function textAfter({ line, words }: LineScan, { next }: NumberToken, length: number): string {
  const to = words[next - 1]?.to ?? line.length;
  return line.slice(to, to + length);
}

function takeNumber(scan: LineScan, tokens: readonly NumberToken[], text: string): void {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return;
  const extension = readExtension(scan, last.next);
  let from = startOf(scan, first);
  let to = extension?.to ?? scan.words[last.next - 1]?.to ?? from;
  const isSaid = extension?.isSpoken === true || tokens.some(({ isSpoken }) => isSpoken);
  const ending =
    extension === undefined
      ? ''
      : isSaid
        ? ` ext ${extension.digits}`
        : scan.line.slice(scan.words[last.next - 1]?.to, to);
  if (scan.line[from - 1] === '(' && scan.line[to] === ')') {
    from--;
    to++;
  }
  const before = readLabelBefore(scan, from, phoneLabels);
  const after = before === undefined ? readLabelAfter(scan, to) : undefined;
  const label = before?.label || after?.label;
  const span = { from: before?.from ?? from, to: after?.to ?? to };
  takePart(scan, { kind: 'phone', text: text + ending, ...(label ? { label } : {}), ...span });
}

function startOf(scan: LineScan, token: NumberToken): number {
  const from = scan.words[token.first]?.from ?? 0;
  const opened = /[+＋(][+＋( ]{0,2}$/.exec(gapBefore(scan, token.first))?.[0] ?? '';
  const isClosed = /^\d{1,5}\)/.test(scan.line.slice(from, from + 6));
  return from - (isClosed ? opened : opened.replace(/^\(+/, '')).length;
}

/** "231 555 0142 (cell)": only where nothing more is said of it. */
function readLabelAfter(
  scan: LineScan,
  end: number,
): { readonly label: string; readonly to: number } | undefined {
  const [all, gap = '', text = ''] =
    /^([ \t]{0,2}[(–-]? ?)(\p{L}{3,12})/u.exec(scan.line.slice(end, end + 20)) ?? [];
  const label = phoneLabels.get(text.toLowerCase());
  if (all === undefined || !label || gap === '') return undefined;
  const to = end + all.length;
  if (freeWord(scan, wordIndexAt(scan, to) - 1) === undefined) return undefined;
  if (gap.includes('(')) return scan.line[to] === ')' ? { label, to: to + 1 } : undefined;
  const rest = scan.line.slice(to, to + 4);
  const isLast = rest.trim() === '' || /^[ \t]?[,;.|\n(+]/.test(rest) || /^[ \t]+[\d(+]/.test(rest);
  return isLast || isNumberNext(scan, to) ? { label, to } : undefined;
}

function isNumberNext(scan: LineScan, to: number): boolean {
  return scan.taken[to + 1] === 1;
}
