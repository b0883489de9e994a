import { isGivenName } from './given-names.ts';
import type { LanguageWords } from './language-words.ts';
import type { NoteToken } from './note-tokens.ts';

/** Small words within names: "El Salvador", "St Marks", "de la Cruz". */
const within = new Set(
  'el la los las san santa st new de del grand fort lake south north west east saint'.split(' '),
);

export function isCapital({ text }: NoteToken): boolean {
  return /^\p{Lu}/u.test(text);
}

/** May be a name by its looks: a capital, or in small letters a word that is no other word known here. */
export function isNameLike(token: NoteToken | undefined, words: LanguageWords): token is NoteToken {
  if (token === undefined || !/^\p{L}[\p{L}'’.-]*$/u.test(token.text)) return false;
  const { norm } = token;
  if (/^\d/.test(norm)) return false;
  if (words.days.has(norm) || words.months.has(norm) || words.relations.has(norm)) return false;
  if (words.pronouns.has(norm) || words.theirs.has(norm) || words.mine.has(norm)) return false;
  if (isCapital(token) && token.text.length > 1)
    return !words.statuses.has(norm) && !words.mainVerbs.has(norm);
  return norm.length > 1 && !words.common.has(norm) && !words.statuses.has(norm);
}

/** In small letters, a word that only its looks make a name has to be one that people have, or not look like a verb. */
export function isLikelyName(token: NoteToken | undefined, words: LanguageWords): token is NoteToken {
  if (!isNameLike(token, words)) return false;
  return (
    isCapital(token) || isGivenName(token.norm) || !/(?:..[^s]s|ed|ing|ly|ado|ando|iendo)$/.test(token.norm)
  );
}

/** The end (exclusive) of the name that starts there, such as of a place; `first` itself when there is none. */
export function readNameEnd(
  tokens: readonly NoteToken[],
  first: number,
  words: LanguageWords,
  most = 4,
): number {
  let next = first;
  while (next - first < most) {
    const token = tokens[next];
    const after = tokens[next + 1];
    if (
      token !== undefined &&
      within.has(token.norm) &&
      isNameLike(after, words) &&
      (next === first || isCapital(after))
    ) {
      next += 2;
    } else if (
      isNameLike(token, words) &&
      (next === first || !isCapitalNote(tokens, first) || isCapital(token))
    )
      next++;
    else break;
  }
  return next;
}

function isCapitalNote(tokens: readonly NoteToken[], first: number): boolean {
  const token = tokens[first];
  return token !== undefined && (isCapital(token) || within.has(token.norm));
}
