import { plainText } from './same-way.ts';

/**
 * `same`: the same words. `close`: a slip of the pen, or a word that is cut short ("Dana R."). `part`: one says less of
 * the same ("Dana", and nothing at all). `other`: two names.
 */
export type NameLikeness = 'same' | 'close' | 'part' | 'other';

/** A shorter name with one letter changed is another one: Ann, Dan, Ian. */
const shortestForSlip = 7;

export function compareNames(one: string, other: string): NameLikeness {
  const [a, b] = [nameWords(one), nameWords(other)];
  if (a.length === 0 || b.length === 0) return 'part';
  const [whole, wholeOther] = [a, b].map((words) => [...words].sort().join(' '));
  if (whole === wholeOther) return 'same';
  if (isCutShort(a, b) || isCutShort(b, a)) return 'close';
  const [written, writtenOther] = [a.join(' '), b.join(' ')];
  const isLong =
    Math.min(a.length, b.length) > 1 && Math.min(written.length, writtenOther.length) >= shortestForSlip;
  if (isLong && isOneSlip(written, writtenOther)) return 'close';
  return isStretch(a, b) || isStretch(b, a) ? 'part' : 'other';
}

/** The last word of a name that has several. */
export function familyName(name: string): string | undefined {
  const words = nameWords(name);
  const last = words.at(-1);
  return words.length > 1 && last !== undefined && last.length > 1 ? last : undefined;
}

function nameWords(name: string): string[] {
  return plainText(name)
    .split(/[^\p{L}\p{N}'’]+/u)
    .filter(Boolean);
}

/** "dana r" of "dana ruiz": word by word, one letter standing for a word, and one word at least in full. */
function isCutShort(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < 2 || short.length !== long.length) return false;
  const isAlike = short.every((word, place) => {
    const full = long[place] ?? '';
    return word === full || (word.length === 1 && full.startsWith(word));
  });
  return isAlike && short.some((word) => word.length > 1);
}

/** All of its words, in their order, are the first or the last ones of the other's. */
function isStretch(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length) return false;
  const isAt = (start: number) => short.every((word, place) => word === long[start + place]);
  return isAt(0) || isAt(long.length - short.length);
}

/** One letter more, less, other, or two that changed places (Damerau, 1964). */
function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = (text: string, from: number) => text.slice(start + from);
  if (short.length < long.length) return rest(short, 0) === rest(long, 1);
  if (rest(short, 1) === rest(long, 1)) return true;
  const isSwapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return isSwapped && rest(short, 2) === rest(long, 2);
}
