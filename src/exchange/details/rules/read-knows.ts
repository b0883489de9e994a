import { type Clause, findAll, normAt, normsBefore, spanText, wordsPattern } from '../clause.ts';
import { type Finding, type Rule, spanToOffsets } from '../finding.ts';
import { isCapital, isNameLike } from '../name-tokens.ts';
import { toTitle } from '../to-title.ts';
import { isNegatedAt, isPastAt } from './possession.ts';

const english = wordsPattern(
  'knows|(?:is |are )?(?:good |old |best )?friends? (?:with|of)|is related to|goes way back with',
);
const spanish = wordsPattern('conocen? (?:a|al)|(?:es |son )?amig[oa]s? de|es parientes? de|se lleva con');
const tie = wordsPattern(
  "(?:her|his|their) (?:\\w+ )?(?:brother|sister|cousin|mom|mother|dad|father|uncle|aunt|son|daughter|husband|wife|boss|neighbor)(?: in law)? (?:is|was) (?:my|our) (?<tied>\\w+(?: 's \\w+)?)|su (?:hermano|hermana|prima|primo|mama|papa|tio|tia|hijo|hija|esposo|esposa|marido|jefe|vecina|vecino) es (?:mi|nuestr[oa]) (?<atado>\\w+)",
);
const relatives =
  /^(?:cousin|brother|sister|mom|mother|dad|father|uncle|aunt|boss|neighbor|hairdresser|dentist|realtor|friend|primo|prima|hermano|hermana|mama|papa|tio|tia|jefe|vecino|vecina|sister's|brother's)$/;

/** Whom the person knows: "the Garzas", "my cousin Rick"; and "Her brother is our plumber". */
export const readKnows: Rule = (clause) => {
  const tied = findAll(clause, tie).map((found): Finding => {
    const text = spanText(clause.tokens, found);
    return {
      kind: 'knows',
      text: text.charAt(0).toUpperCase() + text.slice(1),
      ...spanToOffsets(clause, found),
    };
  });
  if (clause.subject !== 'person') return tied;
  const expression = clause.words.language === 'en' ? english : spanish;
  const known = findAll(clause, expression).flatMap((found) => {
    if (isNegatedAt(clause, found.first) || isPastAt(clause, found.first)) return [];
    if (/\b(?:if|who|si|that|a|my|mi|su|her|his|la|el)$/.test(normsBefore(clause, found.first, 1))) return [];
    return readKnown(clause, found.first, found.next);
  });
  return [...tied, ...known];
};

function readKnown(clause: Clause, first: number, index: number): Finding[] {
  let at = index;
  while (/^(?:the|los|las|la|el|don|dona)$/.test(normAt(clause, at))) at++;
  const isMine = clause.words.mine.has(normAt(clause, at));
  if (isMine) at++;
  while (isMine && relatives.test(normAt(clause, at))) at++;
  const isArticled = at > index && !isMine;
  const start = at;
  while (at < clause.next && at - start < 3 && isKnownName(clause, at, at > start)) at++;
  const isRelative = isMine && at === start && relatives.test(normAt(clause, at - 1));
  if (at === start && !isRelative) return [];
  const said = spanText(clause.tokens, { first: index, next: at });
  const text = isMine
    ? said
    : `${isArticled ? `${spanText(clause.tokens, { first: index, next: start })} ` : ''}${toTitle(spanText(clause.tokens, { first: start, next: at }))}`;
  const prefix = clause.words.language === 'en' ? 'Knows ' : 'Conoce a ';
  return [{ kind: 'knows', text: prefix + text, ...spanToOffsets(clause, { first, next: at }) }];
}

function isKnownName(clause: Clause, index: number, isMore: boolean): boolean {
  const token = clause.tokens[index];
  if (token === undefined || !isNameLike(token, clause.words)) return false;
  return !isMore || isCapital(token);
}
