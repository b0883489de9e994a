import { findAll, normAt, normsBefore, wordsPattern } from '../clause.ts';
import { type Rule, spanToOffsets } from '../finding.ts';
import { toTitle } from '../to-title.ts';
import { isNegatedAt } from './possession.ts';
import { readPlace } from './read-place.ts';

const favourite = wordsPattern(
  '(?:favou?rite|go to) (?:restaurant|place to eat|spot to eat|lunch spot|dinner spot|breakfast place|diner|pizza place|place for (?:dinner|lunch|breakfast|brunch))(?: in town)? is(?: that| this| the)?(?: \\w+ place ,)?|(?:her|his|their) go to is|(?:her|his|their) go to (?:restaurant )?(?:spot )?is|(?:restaurante|lugar) (?:favorito|preferido)(?: para comer)? es',
);
const eats = wordsPattern(
  '(?:always |usually )?(?:eats|eat) (?:at|in)|loves (?:the|their) [\\w ]{1,16}? (?:at|from)|loves to eat at|loves eating at|swears by (?:the )?[\\w ]{1,16}? (?:at|from)|(?:siempre )?(?:come|comen|cena|cenan|desayuna|desayunan) en|le encanta (?:comer|cenar|desayunar) en|le encantan? (?:los|las|el|la) \\w+ de(?= (?:el|la|los|las)? ?\\w)',
);
const notHere =
  /^(?:home|work|night|the moment|school|church|casa|su|noche|mi|me|her|his|la noche|that|noon|least|all|first)\b/i;

/** The restaurant that the person likes best, by its name. */
export const readRestaurant: Rule = (clause) => {
  if (clause.subject === 'other' || clause.subject === 'agent' || clause.subject === 'both') return [];
  const found = [
    ...findAll(clause, favourite),
    ...(clause.subject === 'person' ? findAll(clause, eats) : []),
  ];
  return found.flatMap(({ first, next }) => {
    if (isNegatedAt(clause, first) || clause.words.mine.has(normAt(clause, first - 1))) return [];
    if (/\b(?:not|never|no|to)$/.test(normsBefore(clause, first, 1))) return [];
    const place = readPlace(clause, next);
    if (place === undefined || notHere.test(place.text) || place.article === 'a' || place.article === 'an')
      return [];
    const isSpoken =
      place.article === 'la' || place.article === 'el' || place.article === 'las' || place.article === 'los';
    const text = isSpoken ? toTitle(`${place.article} ${place.text}`) : toTitle(place.text);
    const title = isSpoken ? text.charAt(0).toUpperCase() + text.slice(1) : text;
    return [{ kind: 'restaurant', text: title, ...spanToOffsets(clause, { first, next: place.next }) }];
  });
};
