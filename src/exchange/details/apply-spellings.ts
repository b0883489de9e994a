import type { Detail } from '../../domain/person.ts';
import type { DetailSuggestion } from './detail-suggestion.ts';

/** How a name that was heard is really written, by `spellingKey`. */
export type Spellings = ReadonlyMap<string, string>;

/** Of these a name is a part that is nobody's own: a place is spelled alike whoever goes there. */
const namedKinds: ReadonlySet<string> = new Set(['restaurant', 'work', 'town']);

export function hasNamed(suggestions: readonly DetailSuggestion[]): boolean {
  return suggestions.some(({ kind }) => namedKinds.has(kind));
}

/**
 * What the agent put right about anybody, where that holds for everybody: the spelling of a restaurant, an employer, a
 * town. What was put right in two ways, or was kept as it was heard, holds for nobody.
 */
export function listSpellings(details: Iterable<Pick<Detail, 'kind' | 'text' | 'suggested'>>): Spellings {
  const found = new Map<string, string>();
  const unsure = new Set<string>();
  for (const { kind, text: right, suggested: heard = right } of details) {
    // A change of what is so ("Works at" to "Owns") says nothing of how it is written.
    if (!namedKinds.has(kind) || !(heard === right || isSpellingOf(kind, heard, right))) continue;
    const key = spellingKey(kind, heard);
    if (heard === right || (found.get(key) ?? right) !== right) unsure.add(key);
    found.set(key, right);
  }
  for (const key of unsure) found.delete(key);
  return found;
}

/** As the agent has spelled them before. `heard` is what was read. */
export function applySpellings(
  suggestions: readonly DetailSuggestion[],
  spellings: Spellings,
): readonly DetailSuggestion[] {
  return suggestions.map((suggestion) => {
    const right = spellings.get(spellingKey(suggestion.kind, suggestion.text));
    return right === undefined ? suggestion : { ...suggestion, text: right, heard: suggestion.text };
  });
}

function spellingKey(kind: string, heard: string): string {
  return `${kind} ${heard}`;
}

/** Whether only a name was written otherwise, by a letter in four at most, and no number. */
function isSpellingOf(kind: string, heard: string, right: string): boolean {
  const { from, to, place } = changedWords(heard.split(' '), right.split(' '));
  // "Works at", "From": the first word says what it is about, but of a restaurant.
  if (kind !== 'restaurant' && place === 0) return false;
  const [old, now] = [from.join(' '), to.join(' ')];
  if (/\d/.test(old + now) || !to.every((word) => /^\p{Lu}/u.test(word) || kind === 'restaurant'))
    return false;
  const letters = Math.max(lettersOf(old).length, lettersOf(now).length);
  const changed = countChanges(lettersOf(old), lettersOf(now));
  return letters > 0 && changed <= Math.floor(letters / 4);
}

/** The words between what both begin and what both end with. */
function changedWords(heard: readonly string[], right: readonly string[]) {
  let first = 0;
  while (first < heard.length && first < right.length && heard[first] === right[first]) first += 1;
  let last = 0;
  const most = Math.min(heard.length, right.length) - first;
  while (last < most && heard.at(-1 - last) === right.at(-1 - last)) last += 1;
  return {
    place: first,
    from: heard.slice(first, heard.length - last),
    to: right.slice(first, right.length - last),
  };
}

/** In small letters, without accents, blanks and signs: those are how a name is written, not which one it is. */
function lettersOf(words: string): string {
  return words
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]/gu, '');
}

/** Levenshtein's distance. */
function countChanges(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, place) => place);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (const [place, other] of [...to].entries()) {
      const swapped = (row[place] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(swapped, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
