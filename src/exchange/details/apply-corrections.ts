import type { LanguageWords } from './language-words.ts';
import { isNameLike, readNameEnd } from './name-tokens.ts';
import type { NoteToken } from './note-tokens.ts';
import { animalWords } from './rules/animal-words.ts';

/** So far back the corrected word may be. */
const reach = 8;
const prepositions = new Set('from in at to on by with for de en a para con por desde'.split(' '));
const articles = new Set('the a an el la los las un una'.split(' '));

/**
 * Puts what somebody corrected in the same breath in the place of what they had said: "two kids, no wait three"
 * becomes "three kids". Where nothing of the same sort is found, a plain mark of correction strikes what is before it.
 */
export function applyCorrections(said: readonly NoteToken[], words: LanguageWords): NoteToken[] {
  let tokens = [...said];
  for (let index = 1; index < tokens.length - 1; index++) {
    const mark = readMark(tokens, index, words);
    if (mark === undefined) continue;
    const corrected =
      replaceOne(tokens, index, mark.next, words) ??
      (mark.isStrong ? strike(tokens, index, mark.next) : undefined);
    if (corrected === undefined) continue;
    tokens = corrected;
    index = 0;
  }
  return tokens;
}

interface Mark {
  readonly next: number;
  readonly isStrong: boolean;
}

function readMark(tokens: readonly NoteToken[], index: number, words: LanguageWords): Mark | undefined {
  const isMarked = (phrase: string) =>
    phrase.split(' ').every((word, at) => tokens[index + at]?.norm === word);
  const strong = words.strongCorrections.find(isMarked);
  if (strong !== undefined)
    return { next: skipCommas(tokens, index + strong.split(' ').length), isStrong: true };
  const weak = words.weakCorrections.find(isMarked);
  if (weak === undefined) return undefined;
  const next = index + weak.split(' ').length;
  const isParted = tokens[index - 1]?.norm === ',' && (tokens[next]?.norm === ',' || weak === 'actually');
  return isParted ? { next: skipCommas(tokens, next), isStrong: false } : undefined;
}

function skipCommas(tokens: readonly NoteToken[], index: number): number {
  return tokens[index]?.norm === ',' ? index + 1 : index;
}

/** What a word can stand in for: another of its sort. */
function sortOf(token: NoteToken | undefined, words: LanguageWords): string | undefined {
  if (token === undefined) return undefined;
  const { norm } = token;
  if (/^\d+$/.test(norm)) return 'number';
  if (words.days.has(norm)) return 'day';
  if (words.months.has(norm)) return 'month';
  if (words.statuses.has(norm)) return 'status';
  if (animalWords.has(norm)) return 'animal';
  return isNameLike(token, words) ? 'name' : undefined;
}

function replaceOne(
  tokens: readonly NoteToken[],
  mark: number,
  right: number,
  words: LanguageWords,
): NoteToken[] | undefined {
  const repeated = replaceFromSame(tokens, mark, right);
  const isPreposition = prepositions.has(tokens[right]?.norm ?? '');
  if (repeated !== undefined && !isPreposition) return repeated;
  const at = skipSmall(tokens, right, words);
  const sort = sortOf(tokens[at], words);
  if (sort === undefined) return repeated;
  const end = sort === 'name' ? readNameEnd(tokens, at, words) : at + 1;
  const left = findSort(tokens, mark, sort, words);
  if (left === undefined) return repeated;
  let first = left;
  while (sort === 'name' && sortOf(tokens[first - 1], words) === 'name') first--;
  const between = tokens.slice(left + 1, tokens[mark - 1]?.norm === ',' ? mark - 1 : mark);
  const isSaidAgain = between[0] !== undefined && tokens[end]?.norm === between[0].norm;
  const tail = tokens.slice(isSaidAgain ? end + 1 : end);
  return [...tokens.slice(0, first), ...tokens.slice(at, end), ...between, ...tail];
}

/** To the word that corrects, past "from" and "the"; an article of its name stays: "El Salvador". */
function skipSmall(tokens: readonly NoteToken[], right: number, words: LanguageWords): number {
  const isSmall = (norm: string) => prepositions.has(norm) || articles.has(norm);
  let at = right;
  while (isSmall(tokens[at]?.norm ?? '')) {
    if (isNameLike(tokens[at + 1], words) && at > right && tokens[at]?.norm !== 'the') break;
    at++;
  }
  return at;
}

function findSort(
  tokens: readonly NoteToken[],
  mark: number,
  sort: string,
  words: LanguageWords,
): number | undefined {
  for (let left = mark - 1; left >= Math.max(0, mark - reach); left--) {
    if (sortOf(tokens[left], words) === sort) return left;
  }
  return undefined;
}

/** "works at Meijer, scratch that, works at Costco": begun again with the same word. */
function replaceFromSame(tokens: readonly NoteToken[], mark: number, right: number): NoteToken[] | undefined {
  const word = tokens[right]?.norm;
  if (word === undefined || articles.has(word)) return undefined;
  for (let left = mark - 1; left >= Math.max(0, mark - reach); left--) {
    if (tokens[left]?.norm === word) return [...tokens.slice(0, left), ...tokens.slice(right)];
  }
  return undefined;
}

/** What was said since the last comma does not hold. */
function strike(tokens: readonly NoteToken[], mark: number, right: number): NoteToken[] | undefined {
  const end = tokens[mark - 1]?.norm === ',' ? mark - 1 : mark;
  let first = end;
  while (first > 0 && tokens[first - 1]?.norm !== ',') first--;
  return end - first > 4 ? undefined : [...tokens.slice(0, first), ...tokens.slice(right)];
}
