import type { PersonThen } from '../../../domain/look-back.ts';
import type { TagSize } from './lay-out-tags.ts';

/** Of a heavy letter, in parts of the type's size; one that fills a square counts twice. */
const letterWidth = 0.6;
/** What stands on a tag, and how large so that it fits: a first name, or initials. */
export function fitName(
  { firstName, label }: Pick<PersonThen, 'firstName' | 'label'>,
  { width, height, words }: TagSize,
): { readonly text: string; readonly size: number } {
  const largest = height * 0.34;
  if (words !== 'name') return { text: initials(label), size: height * 0.4 };
  const room = width - 12;
  const text = cutToWidth(firstName, room / (height * 0.18));
  return { text, size: Math.round(Math.min(largest, room / Math.max(1, widthOf(text))) * 10) / 10 };
}

/** What is no wider, in parts of the type's size: smaller type than that nobody reads. */
function cutToWidth(text: string, widest: number): string {
  if (widthOf(text) <= widest) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOf(letters.join('')) + letterWidth > widest) letters.pop();
  return `${letters.join('')}…`;
}

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (isWide(letter) ? 1 : letterWidth), 0);
}

function isWide(letter: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}mwMW@]/u.test(letter);
}

function initials(label: string): string {
  const words = label.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const [first] = words;
  if (first === undefined) return '#';
  const last = words.length > 1 ? words.at(-1) : undefined;
  return `${[...first][0] ?? ''}${last === undefined ? '' : ([...last][0] ?? '')}`.toUpperCase();
}
