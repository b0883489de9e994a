import { listWords } from '../word-list.ts';

/** Kids without more: a number of them is all of them. */
export const plainKids = listWords(
  'kid kids child children hijos ninos nenes chavos peques chamacos stepkids criaturas',
);
/** One or some of the kids. */
export const certainKids = listWords(`
son sons daughter daughters boy boys girl girls baby babies toddler toddlers teen teens teenager teenagers twins triplets newborn infant
kindergartner stepson stepdaughter oldest youngest
hijo hija hijas nino nina ninas nene nena nenas bebe bebes bebita bebito varon varones gemelos gemelas adolescente adolescentes mellizos chiquillo chiquilla`);
const many = listWords('twins triplets gemelos gemelas mellizos');

/** In Spanish "son" is a verb. */
export function isKidWord(norm: string, language: 'en' | 'es'): boolean {
  if (language === 'es' && /^sons?$/.test(norm)) return false;
  return plainKids.has(norm) || certainKids.has(norm);
}

/** How many a word means by itself; undefined for "kids". */
export function wordToCount(norm: string): number | undefined {
  if (norm === 'triplets') return 3;
  if (many.has(norm)) return 2;
  return norm.endsWith('s') || norm === 'children' || norm === 'varones' ? undefined : 1;
}

export const kidAdjectives = listWords(
  'baby little young grown small teenage older younger beautiful great adult foster more whole own big new oldest youngest middle school age pequenos pequenas chiquitos hermosas hermosos grandes old year aged',
);
/** "kids menu", "a girl from the office": nobody's kids. */
export const notKidsAfter =
  /^(?:menu|menus|meal|around|party|show|clothes|book|books|scout|scouts|friday|friend|calientes|de oficina|rock|bike|toys|room|rooms|sports|soccer|team|museum|shower|bump|gate|stuff|monitor|sitter)$/;
/** Of kids without a number: the name of a series. */
export const seriesBefore = /\b(?:married with|casad[oa]s con)$|, (?:with|con)$/;
export const notKidsBefore =
  /\b(?:menu de|menu para|for|atta|old|home|cow|the|that|other|poor|both|all|about|like|play|good|our|my|mi|mis|de los|de las|con los|para|libro de|serie|cosas de|para todos los)$/;

const ordinals: ReadonlyMap<string, number> = new Map(
  Object.entries({
    first: 0,
    second: 1,
    third: 2,
    fourth: 3,
    fifth: 4,
    another: 1,
    '1st': 0,
    '2nd': 1,
    '3rd': 2,
    primer: 0,
    primero: 0,
    primera: 0,
    segundo: 1,
    segunda: 1,
    tercer: 2,
    tercero: 2,
    tercera: 2,
    cuarto: 3,
    cuarta: 3,
  }),
);

/** How many there are when the one of that number is expected. */
export function ordinalToCount(norm: string): number | undefined {
  return ordinals.get(norm);
}
