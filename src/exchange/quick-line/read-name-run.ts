import type { LineScan } from './line-scan.ts';
import { gapWithin, isCapital, type LineSegment } from './line-segments.ts';
import type { LineWord } from './line-words.ts';
import { isNumberWord } from './spoken-number.ts';
import { isCompanyRun, readCapitalRun } from './trade.ts';
import { figureNames, leadingTradeWords } from './trade-words.ts';
import {
  commonWords,
  firstNames,
  honorifics,
  nameParticles,
  nameSuffixes,
  wordNames,
  wordSurnames,
} from './word-sets.ts';

export interface NameRun {
  /** Its words without titles of courtesy, particles and "Jr.". */
  readonly core: readonly LineWord[];
  /** "Dr.", "Mrs." stands before it. */
  readonly isTitled: boolean;
  /** Index within the segment of the word after it, and the offset of its end. */
  readonly next: number;
  readonly to: number;
}

const mostWords = 7;
const andWords = new Set(['and', 'und', 'et', 'y']);

/** The words that could be a name, from a word of the segment on. */
export function readNameRun(scan: LineScan, segment: LineSegment, first: number): NameRun | undefined {
  const { words } = segment;
  let index = first;
  while (honorifics.has(words[index]?.lower ?? '') && index < first + 3) index++;
  const isTitled = index > first;
  const core: LineWord[] = [];
  let next = index;
  const start = words[index];
  if (start === undefined) return undefined;
  const isSmall = !isCapital(start.text);
  while (core.length < mostWords) {
    const at = core.length === 0 ? index : skipBetween(words, next, core);
    const word = words[at];
    if (word === undefined || !isNameWord(scan, words, at, isSmall, core)) break;
    core.push(word);
    next = at + 1;
  }
  if (core.length === 0) return undefined;
  return withSuffix(scan, segment, { core, isTitled, next, to: 0 });
}

/** "Frank and Rose Delgado": two first names with one family name. */
function skipBetween(words: readonly LineWord[], index: number, core: readonly LineWord[]): number {
  const isPair = core.length === 1 && andWords.has(words[index]?.lower ?? '');
  const isBoth = isPair && [core[0], words[index + 1]].every((word) => firstNames.has(word?.lower ?? ''));
  return isBoth ? index + 1 : skipParticles(words, index);
}

function skipParticles(words: readonly LineWord[], index: number): number {
  let at = index;
  while (nameParticles.has(words[at]?.lower ?? '') && at < index + 3) at++;
  const isCompany =
    at > index && (isCompanyRun(readCapitalRun(words, at)) || leadingTradeWords.has(words[at]?.lower ?? ''));
  return at === words.length || isCompany ? index : at;
}

function isNameWord(
  scan: LineScan,
  words: readonly LineWord[],
  index: number,
  isSmall: boolean,
  core: readonly LineWord[],
): boolean {
  const word = words[index];
  if (word === undefined || /\d/.test(word.text) || /[@/]/.test(scan.line[word.to] ?? '')) return false;
  if (core.length > 0 && !isNameGap(gapWithin(scan, words, index))) return false;
  if (core.some(({ lower }) => lower === word.lower)) return false;
  const isSurname = core.length > 0 && wordSurnames.has(word.lower);
  if (isSmall) return (isSurname && index === words.length - 1) || isSmallName(word.lower, core.length);
  const isDay =
    core.length > 0 &&
    commonWords.has(word.lower) &&
    !wordNames.has(word.lower) &&
    !/^\p{Lu}+$/u.test(word.text);
  return isCapital(word.text) && (!isDay || isSurname) && !isFigureName(word, core);
}

function isSmallName(lower: string, index: number): boolean {
  if (isNumberWord(lower)) return false;
  return !commonWords.has(lower) || wordNames.has(lower) || (index === 0 && firstNames.has(lower));
}

function isNameGap(gap: string): boolean {
  return /^(?: |-|\.? | ?["“„'‘(]|["”“'’)] | & )$/.test(gap) || /^\.? ?["“„]$|^["”“] $/.test(gap);
}

/** "Jr.", "PhD", also after a comma; and the full stop that belongs to an initial or "Jr.". */
function withSuffix(scan: LineScan, segment: LineSegment, run: NameRun): NameRun {
  const { words } = segment;
  const last = words[run.next - 1];
  const to = last?.to ?? 0;
  const isSuffix = last !== undefined && nameSuffixes.has(last.lower);
  const isShort = isSuffix || /^\p{Lu}$/u.test(last?.text ?? '');
  if (isShort && scan.line[to] === '.') return { ...run, to: to + 1 };
  const after =
    /^, ?(PhD|Ph\.D\.|MD|M\.D\.|Esq\.?|CPA|DDS|MBA|RN|JD|Jr\.?|Sr\.?|II|III)(?![\p{L}\p{N}])/u.exec(
      scan.line.slice(to, to + 12),
    );
  return { ...run, to: to + (after?.[0].length ?? 0) };
}

/** "Dana Ruiz IBAN DE89 …" */
function isFigureName({ text, lower }: LineWord, [first]: readonly LineWord[]): boolean {
  return (
    figureNames.has(lower) && /^\p{Lu}+$/u.test(text) && first !== undefined && !/^\p{Lu}+$/u.test(first.text)
  );
}
