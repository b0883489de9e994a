import { readPhone } from '../phone.ts';
import type { LineScan } from './line-scan.ts';
import type { NumberToken } from './spoken-number.ts';

/** Of groups: a number has at most fifteen figures (ITU-T E.164), and each may be said alone. */
export const longestNumber = 18;
const mostDigits = 17;
export const fewestDigits = 7;
/** Without its "0" or country code, a row of figures is no number in these regions. */
const trunkRegions = new Set('DE AT CH GB IE FR BE NL SE FI AU NZ JP ZA TR'.split(' '));

/** So many texts may be tried as numbers in one line: each costs a tenth of a millisecond, and nobody has that many. */
const mostTries = 100;

/** Whether a text is a number in use; always false once too many have been asked for. */
export type NumberTest = (text: string) => boolean;

export function createNumberTest(region: string): NumberTest {
  const asked = new Set<string>();
  return (text) => {
    if (!asked.has(text) && asked.size >= mostTries) return false;
    asked.add(text);
    return isInUse(text, region);
  };
}

/** Answers of before: while a line is typed, the same numbers are asked for at each key. */
const known = new Map<string, boolean>();
const mostKnown = 200;

function isInUse(text: string, region: string): boolean {
  const key = `${region} ${text}`;
  const answer = known.get(key) ?? readPhone(text, region).e164 !== undefined;
  if (known.size >= mostKnown) known.clear();
  known.set(key, answer);
  return answer;
}

/** The longest number that the first of these groups make, or none. */
export function readGroups(
  scan: LineScan,
  groups: readonly NumberToken[],
  isLabelled: boolean,
  isNumber: NumberTest,
): { readonly tokens: readonly NumberToken[]; readonly text: string } | undefined {
  const digits: string[] = [];
  let sum = 0;
  for (const [index, group] of groups.entries()) {
    sum += group.digits.length;
    if (sum > mostDigits || (index > 0 && group.isInternational)) break;
    digits.push(group.digits);
  }
  for (let count = digits.length; count > 0; count--) {
    const tokens = groups.slice(0, count);
    const joined = digits.slice(0, count).join('');
    if (joined.length < fewestDigits) return undefined;
    const text = isShape(tokens, joined) ? readNumber(scan, tokens, joined, isLabelled, isNumber) : undefined;
    if (text !== undefined) return { tokens, text };
  }
  return undefined;
}

/** "1 2 3 4 … 10 11" is no number; nor is one whose last group breaks off a word. */
function isShape(tokens: readonly NumberToken[], digits: string): boolean {
  if (tokens.some(({ isSpoken }) => isSpoken) || tokens.every((token) => token.digits.length === 1))
    return true;
  return digits.length >= 2 * tokens.length - 1;
}

function readNumber(
  scan: LineScan,
  tokens: readonly NumberToken[],
  digits: string,
  isLabelled: boolean,
  isNumber: NumberTest,
) {
  const [first, last] = [tokens[0], tokens.at(-1)];
  const isInternational = first?.isInternational === true;
  const from = scan.words[first?.first ?? 0]?.from ?? 0;
  const to = scan.words[(last?.next ?? 1) - 1]?.to ?? 0;
  const isSaid = tokens.some(({ isSpoken }) => isSpoken);
  const text = isSaid ? (isInternational ? '+' : '') + digits : withOpening(scan.line, from, to);
  if (isInternational || isPlausible(digits, scan.region, isLabelled)) {
    if (isNumber(text)) return text;
  }
  const abroad = /^(?:00|011)(.*)$/s.exec(text)?.[1]?.trim();
  return abroad !== undefined && isNumber(`+${abroad}`) ? `+${abroad}` : undefined;
}

function withOpening(line: string, from: number, to: number): string {
  const opened = /[+＋]? ?\(?$/.exec(line.slice(Math.max(0, from - 3), from))?.[0] ?? '';
  const text = line.slice(from, to);
  const isBracket = opened.endsWith('(') && /^[^(]*\)/.test(text);
  return (isBracket ? opened : opened.replace(/\($/, '')).trimStart() + text;
}

/** The length that numbers have where no label says that this is one. */
function isPlausible(digits: string, region: string, isLabelled: boolean): boolean {
  if (isLabelled || digits.startsWith('0')) return digits.length >= fewestDigits;
  if (trunkRegions.has(region)) return region === 'AU' && /^(?:1300|1800|13)/.test(digits);
  return digits.length >= 8;
}
