import { type Clause, findAll, normAt, normsBefore, wordsPattern } from '../clause.ts';
import type { PartnerStatus } from '../detail-facts.ts';
import { type Finding, type Rule, spanToOffsets } from '../finding.ts';
import { isCapital } from '../name-tokens.ts';
import { isNegatedAt, isPastAt } from './possession.ts';
import { findLaterName, findNameStart, isNameAt, type NameStart, readName } from './read-names.ts';

interface PartnerPattern {
  readonly status: PartnerStatus;
  readonly expression: RegExp;
  /** A name may follow. */
  readonly isNamed?: boolean;
  /** Said of the partner: "her husband passed away". */
  readonly isOfPartner?: boolean;
  /** "her husband": also of clauses about the partner, and none of "my husband". */
  readonly isRelation?: boolean;
}

const singleNot =
  '(?! (?:family|malt|malts|best|time|times|handed\\w*|origin|story|level|digit|speed|bed|room|file|payer|use|serving|one|day|person|thing|word|parents|moms|from|of|car|garage|floor|wide)\\b)';
const patterns: readonly PartnerPattern[] = [
  {
    status: 'not-married',
    expression: wordsPattern(
      '(?:not|never)(?: \\w+)? married(?: either| yet)?|unmarried|(?:no|tampoco|nunca)(?: se)? (?:es|esta|estan|ha) casad[oa]s?|no se ha casado|nunca se caso',
    ),
  },
  {
    status: 'single',
    expression: wordsPattern(
      `single(?: (?:mom|dad|mother|father))?${singleNot}|(?:madre |padre |mama |papa )?solter[oa]`,
    ),
  },
  { status: 'separated', expression: wordsPattern('separated(?! (?:from the|garage)\\b)|separad[oa]') },
  {
    status: 'divorced',
    expression: wordsPattern(
      'divorced|divorcee|(?:his|her) ex (?:wife|husband)|used to be married|divorciad[oa]|su ex (?:esposo|esposa|marido|mujer)',
    ),
  },
  {
    status: 'widowed',
    expression: wordsPattern(
      'widowed|widow|widower|(?:lost|buried) (?:her|his) (?:husband|wife)|viud[oa]|enviudo',
    ),
  },
  {
    status: 'widowed',
    expression: wordsPattern(
      '(?:her|his) late (?:husband|wife)|(?:husband|wife) (?:died|passed(?! (?:the|her|his|it|on|by)\\b)|is gone)|su difunt[oa] (?:esposo|esposa|marido|mujer)|(?:esposo|esposa|marido) (?:(?:se )?murio|fallecio)',
    ),
    isOfPartner: true,
  },
  {
    status: 'engaged',
    expression: wordsPattern(
      'se comprometio|se comprometieron|engaged(?: to)?(?! in)|comprometid[oa]s?|(?:se casan?|getting married) (?:en|in) \\w+',
    ),
    isNamed: true,
  },
  {
    status: 'engaged',
    expression: wordsPattern('(?:her|his|their|su|el|la|a|,|and|with) (?:fiancee?|prometid[oa])'),
    isNamed: true,
    isRelation: true,
  },
  {
    status: 'married',
    expression: wordsPattern(
      '(?:re)?married(?: to)?(?! (?:2|3|4|twice|once|before|\\d times)\\b)|se volvio a casar|se (?:acaba de casar|acaban de casar|caso|casaron)(?! (?:2|3) veces)|casad[oa]s?(?! (?:con (?:la idea|el trabajo|su trabajo|hijos)|\\d+ veces)\\b)',
    ),
    isNamed: true,
  },
  {
    status: 'married',
    expression: wordsPattern(
      'husband|wife|hubby|spouse|esposo|esposa|marido|conyuge|(?:su|la) (?:mujer|senora)',
    ),
    isNamed: true,
    isRelation: true,
  },
  {
    status: 'partner',
    expression: wordsPattern(
      '(?:boyfriend|girlfriend|novio|novia)|(?:her|his|their|with a|su|la) (?:partner|pareja)(?! (?:at|in the firm|en el negocio)\\b)|partner(?= is (?!in |at |with |the ))',
    ),
    isNamed: true,
    isRelation: true,
  },
  {
    status: 'partner',
    expression: wordsPattern(
      '(?:is|she|he) (?:dating|seeing)(?: someone| somebody| a)?|in a relationship|sale con|significant other|better half|juntad[oa]s? con|vive en pareja|viven juntos|living together|tiene pareja|tiene novi[oa]|anda con(?= un)|vive con su pareja',
    ),
    isNamed: true,
  },
];

const exSpouse = wordsPattern('(?:his|her) ex (?:wife|husband)|su ex (?:esposo|esposa|marido|mujer)');
const notSpoken = /\b(?:to the idea|every|not a)$/;

/** Single, married and the rest, with the partner's name. */
export const readPartner: Rule = (clause) => {
  if (clause.subject === 'other') return readEx(clause);
  return patterns.flatMap((one) =>
    findAll(clause, one.expression).flatMap((found) => readOne(clause, one, found.first, found.next)),
  );
};

/** "her ex-husband owns the car wash": of this clause only that there is an ex-husband. */
function readEx(clause: Clause): Finding[] {
  return findAll(clause, exSpouse)
    .filter(({ first }) => first <= clause.first + 1)
    .map((found) => ({
      kind: 'partner',
      facts: { kind: 'partner', status: 'divorced', said: 'ex' },
      ...spanToOffsets(clause, found),
    }));
}

function readOne(clause: Clause, one: PartnerPattern, start: number, next: number): Finding[] {
  const { status } = one;
  if (!isOfPerson(clause, one, start, next)) return [];
  const first = isPossessed(clause, start) ? start - 1 : start;
  const said = one.isOfPartner === true ? '' : saidWord(clause, start, next);
  const read = one.isNamed === true ? readPartnerName(clause, one, first, next) : undefined;
  const name = read === undefined ? {} : { name: read.name };
  const span = spanToOffsets(clause, { first, next: Math.max(next, read?.next ?? next) });
  return [{ kind: 'partner', facts: { kind: 'partner', status, said, ...name }, ...span }];
}

function isOfPerson(clause: Clause, one: PartnerPattern, start: number, next: number): boolean {
  if (one.isOfPartner === true)
    return clause.subject !== 'agent' && !clause.words.mine.has(normAt(clause, start - 1));
  if (one.isRelation === true) return isRelationOfPerson(clause, start, next);
  return isStatusOfPerson(clause, start, next, one.status);
}

function readPartnerName(
  clause: Clause,
  { status, isRelation }: PartnerPattern,
  first: number,
  next: number,
) {
  const isListed = status === 'married' && isRelation !== true && normAt(clause, next) === ',';
  if (isListed) return undefined;
  const start = skipYes(clause, findNameStart(clause, next));
  const isHere = isNameAt(clause, start.index, start.lead);
  const later = isHere ? start : findLaterName(clause, next);
  if (later === undefined) {
    const before = isRelation === true ? readNameBefore(clause, first) : undefined;
    return before === undefined ? undefined : { name: before, next };
  }
  const read = readName(clause, later.index);
  return normAt(clause, read.next) === "'s" ? undefined : read;
}

/** "marido sí, Omar" */
function skipYes(clause: Clause, start: NameStart): NameStart {
  const isYes = normAt(clause, start.index) === 'sí' && normAt(clause, start.index + 1) === ',';
  return isYes ? { index: start.index + 2, lead: 'beside' } : start;
}

/** "with Javier, her husband" */
function readNameBefore(clause: Clause, first: number): string | undefined {
  const isAfterWith =
    normAt(clause, first - 1) === ',' && /^(?:with|and|con|y)$/.test(normAt(clause, first - 3));
  return isAfterWith && isNameAt(clause, first - 2, 'beside') ? readName(clause, first - 2).name : undefined;
}

/** Of "su mujer" and "casada con" the word itself. */
function saidWord(clause: Clause, start: number, next: number): string {
  const isWord = (index: number) =>
    !clause.words.theirs.has(normAt(clause, index)) && !/^(?:la|el|with|a|,)$/.test(normAt(clause, index));
  for (let index = start; index < next; index++) {
    if (isWord(index) && !/^(?:madre|padre|mama|papa|se|no)$/.test(normAt(clause, index)))
      return clause.tokens[index]?.text.toLowerCase() ?? '';
  }
  return '';
}

function isPossessed(clause: Clause, start: number): boolean {
  const before = start > clause.first ? normAt(clause, start - 1) : '';
  return clause.words.theirs.has(before) || clause.words.articles.has(before);
}

/** "her husband", "wife is Carol", "the wife"; neither "my wife" nor "his boss's wife" nor "an ex wife". */
function isRelationOfPerson(clause: Clause, start: number, next: number): boolean {
  const before = normsBefore(clause, start, 2);
  const last = before.split(' ').at(-1) ?? '';
  if (
    clause.words.mine.has(last) ||
    /^(?:'s|ex|late|old|former|no|a|first|second|third|primer|primera|anterior|difunto|difunta|finado|future|futuro|futura|dead)$/.test(
      last,
    ) ||
    isNegatedAt(clause, start)
  )
    return last === 'a' && isHadPartner(clause, start);
  if (
    /\b(?:broke up|split|split up|no longer|fighting|termino|rompio|corto|ya no)(?: \w+){0,3}$/.test(
      normsBefore(clause, start, 5),
    )
  )
    return false;
  if (
    last === 'business' ||
    (normAt(clause, start) === 'partner' &&
      last !== ',' &&
      !isPossessed(clause, start) &&
      start > clause.first)
  )
    return false;
  if (/^(?:her|his) husband|^wife/.test(normAt(clause, next))) return false;
  const after = clause.tokens
    .slice(next, next + 3)
    .map(({ norm }) => norm)
    .join(' ');
  if (
    /^(?:died|passed|murio|fallecio|is gone)/.test(after) ||
    /^(?:'s (?:sister|brother|mother|boss|family))/.test(after)
  )
    return false;
  if (clause.subject === 'agent' || clause.subject === 'kid' || clause.subject === 'both')
    return clause.words.theirs.has(last);
  return !isPastAt(clause, start) && !/\b(?:ya no|no longer)\b/.test(clause.flat);
}

/** "with a husband", "has a wife", "a husband, Omar" */
function isHadPartner(clause: Clause, start: number): boolean {
  return start - 1 === clause.first || /^(?:with|has|got|,) a$/.test(normsBefore(clause, start, 2));
}

function isStatusOfPerson(clause: Clause, start: number, next: number, status: PartnerStatus): boolean {
  if (clause.subject !== 'person') return false;
  const token = clause.tokens[start];
  const before = clause.tokens[start - 1];
  const isWithinName =
    token !== undefined &&
    isCapital(token) &&
    before !== undefined &&
    isCapital(before) &&
    before.norm !== ',';
  if (isWithinName) return false;
  if (status === 'not-married') return true;
  const norms = normsBefore(clause, start, 4);
  if (notSpoken.test(norms) || /^to the idea/.test(flatAfter(clause, next))) return false;
  if (
    /^(?:with children|(?:to )?the (?:idea|job|sea|game|work)|con hijos|con la idea)\b/.test(
      flatAfter(clause, next),
    ) ||
    flatAfter(clause, start).startsWith('married , with children')
  )
    return false;
  if (status === 'married' && /\b(?:get|gets|getting|be|get|not|never|before)$/.test(norms)) return false;
  if (
    /\b(?:la|el|a|una?|the|that|older|only) $/.test(`${norms} `) &&
    status === 'single' &&
    !/mom|dad|mother|father|madre|padre|mama|papa/.test(
      flatAfter(clause, start).split(' ').slice(0, 2).join(' '),
    )
  )
    return false;
  return !isNegatedAt(clause, start) && (status === 'divorced' || !isPastAt(clause, start));
}

function flatAfter(clause: Clause, index: number): string {
  return clause.tokens
    .slice(index, index + 4)
    .map(({ norm }) => norm)
    .join(' ');
}
