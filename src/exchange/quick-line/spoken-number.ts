import { gapBefore, type LineScan } from './line-scan.ts';

export interface NumberToken {
  readonly digits: string;
  /** Indexes of words, `next` exclusive. */
  readonly first: number;
  readonly next: number;
  readonly isSpoken: boolean;
  /** "plus" was said or "+" stands before it. */
  readonly isInternational: boolean;
}

const digitWords = spread([
  'zero oh o cero null zéro zèro',
  'one uno una eins un une',
  'two dos zwei zwo deux',
  'three tres drei trois',
  'four cuatro vier quatre',
  'five cinco fünf cinq',
  'six seis sechs',
  'seven siete sieben sept',
  'eight ocho acht huit',
  'nine nueve neun neuf',
]);
const teenWords = spread([
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]);
const tensWords = spread([
  '',
  '',
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'sixty',
  'seventy',
  'eighty',
  'ninety',
]);
const timesByWord = new Map([
  ['double', 2],
  ['doble', 2],
  ['triple', 3],
  ['treble', 3],
]);

function spread(rows: readonly string[]): ReadonlyMap<string, string> {
  const pairs = rows.flatMap((row, digit) => row.split(' ').map((word) => [word, `${digit}`] as const));
  return new Map(pairs.filter(([word]) => word !== ''));
}

export function isNumberWord(lower: string): boolean {
  return digitWords.has(lower) || teenWords.has(lower) || tensWords.has(lower) || timesByWord.has(lower);
}

/** Reads digits, or words that are said for them ("double five", "thirty one", "five hundred"), at a word. */
export function readNumberToken(scan: LineScan, index: number): NumberToken | undefined {
  const lower = scan.words[index]?.lower;
  if (lower === undefined) return undefined;
  const isInternational = /[+＋]\s?\(?$/.test(gapBefore(scan, index));
  if (/^\d+$/.test(lower)) {
    return { digits: lower, first: index, next: index + 1, isSpoken: false, isInternational };
  }
  if (isPlus(lower)) {
    const isFollowed = isSpaced(scan, index + 1) && !isPlus(scan.words[index + 1]?.lower);
    const after = isFollowed ? readNumberToken(scan, index + 1) : undefined;
    return after && { ...after, first: index, isSpoken: true, isInternational: true };
  }
  const read = readSpoken(scan, index, lower);
  return read && { ...read, first: index, isSpoken: true, isInternational };
}

function isPlus(lower: string | undefined): boolean {
  return lower === 'plus' || lower === 'más';
}

function readSpoken(
  scan: LineScan,
  index: number,
  lower: string,
): { readonly digits: string; readonly next: number } | undefined {
  const after = isSpaced(scan, index + 1) ? scan.words[index + 1]?.lower : undefined;
  const times = timesByWord.get(lower);
  if (times !== undefined) {
    const digit = wordToDigit(after);
    return digit === undefined ? undefined : { digits: digit.repeat(times), next: index + 2 };
  }
  const digit = digitWords.get(lower);
  if (digit !== undefined) {
    const isHundreds = after === 'hundred' && digit !== '0';
    return isHundreds ? { digits: `${digit}00`, next: index + 2 } : { digits: digit, next: index + 1 };
  }
  const teen = teenWords.get(lower);
  if (teen !== undefined) return { digits: `1${teen}`, next: index + 1 };
  const tens = tensWords.get(lower);
  if (tens === undefined) return undefined;
  const unit = after === undefined ? undefined : digitWords.get(after);
  const isUnit = unit !== undefined && unit !== '0';
  return isUnit ? { digits: tens + unit, next: index + 2 } : { digits: `${tens}0`, next: index + 1 };
}

function wordToDigit(lower: string | undefined): string | undefined {
  if (lower === undefined) return undefined;
  return /^\d$/.test(lower) ? lower : digitWords.get(lower);
}

function isSpaced(scan: LineScan, index: number): boolean {
  return /^[ \u00a0-]$/.test(gapBefore(scan, index));
}
