import type { DetailKind } from '../../../../src/domain/detail-kinds.ts';
import { fold } from './suggestion-to-key.ts';

/** Carry nothing: articles, pronouns, and the verbs that a rule puts before what was wanted or known. */
const light = new Set(
  `a an the to of for on at in and is are her his their she he they we it that by i my wants want would like love is looking hoping thinking about planning needs need
  knows friends with saving up both also quiere quieren busca buscan buscando necesita necesitan piensa pensando esta estan en el la los las un una de del y a al que se
  gustaria le les lo espera esperan conoce amiga amigo es su sus para por tambien como yo me someone plans some ganas tiene urge`.split(
    /\s+/,
  ),
);
/** So many words of its own a text may have besides the expected ones. */
const mostExtra = 2;

/**
 * Whether a suggestion says what was expected. Facts, days, numbers, addresses and restaurants have to agree exactly
 * (small and capital letters, accents and articles alike). Of what is said in free words ("wants", "common", "knows"),
 * every word that carries it has to be there, in any order, and at most two others.
 */
export function isSameDetail(kind: DetailKind, expected: string, found: string): boolean {
  if (kind === 'wants' || kind === 'common' || kind === 'knows') return saysSame(expected, found);
  return plain(kind, expected) === plain(kind, found);
}

function saysSame(expected: string, found: string): boolean {
  const [wanted, said] = [carrying(expected), carrying(found)];
  const missing = wanted.filter((word) => !said.includes(word));
  const extra = said.filter((word) => !wanted.includes(word));
  return missing.length === 0 && extra.length <= mostExtra;
}

function carrying(text: string): string[] {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !light.has(word));
}

function plain(kind: DetailKind, text: string): string {
  const folded = kind === 'phone' ? text.replace(/\D/g, '') : fold(text);
  if (kind === 'kids') return sortKids(folded);
  if (kind === 'pets') return (folded.match(/[^ ,]+/g) ?? []).sort().join(' ');
  return kind === 'work' || kind === 'restaurant' || kind === 'home' ? withoutArticles(folded) : folded;
}

/** "the bakery", "two food trucks" and "food trucks" are one. */
function withoutArticles(key: string): string {
  return key.replace(
    /(^|: |until |en |from )(?:(?:the|a|an|el|la|los|las|un|una|her|his|two|three|dos|tres) )+/g,
    '$1',
  );
}

/** "2: Ana 4, Luis 7" in any order. */
function sortKids(key: string): string {
  const [, count = '', kids = '', rest = ''] = /^([^:;]*)(?:: ([^;]*))?(;.*)?$/.exec(key) ?? [];
  return `${count}: ${kids.split(', ').sort().join(', ')}${rest}`;
}
