import {
  type Clause,
  type Found,
  findAll,
  normAt,
  normsBefore,
  type Span,
  spanText,
  wordsPattern,
} from '../clause.ts';
import type { WorkFacts, WorkRole } from '../detail-facts.ts';
import { type Finding, type Rule, spanToOffsets } from '../finding.ts';
import { isNegatedAt, isPastAt } from './possession.ts';
import { type Place, readPlace } from './read-place.ts';
import {
  homeWords,
  longestTrade,
  notPlaces,
  runWords,
  thingWords,
  tradeSource,
  trades,
} from './work-words.ts';

const ownsThing = wordsPattern(
  '(?:co )?owns?|(?:has|have|runs?|started|opened|starting) (?:her|his|their) own|tienen? su propi[oa]|abrio su propi[oa]|tienen? (?=una? (?:puesto|taller|negocio|tienda|panaderia|restaurante|taqueria|empresa|compania|estetica|salon|local|carniceria|fonda|cafeteria|consultorio|despacho|barberia|ferreteria)\\b)|montaron?|(?:puso|fundo)(?= (?:una?|su))',
);
const ownsThingEs = wordsPattern(
  'tienen? una? (?<thing>puesto|taller|negocio|tienda|panaderia|restaurante|taqueria|empresa|compania|estetica|salon|carniceria|fonda|cafeteria|consultorio|despacho|barberia|ferreteria)',
);
const ownerOf = wordsPattern(
  '(?:co )?owner (?:of|at)|founder of|duen[oa]s? (?:de(?!l?(?: la| el| su)? (?:casa|perro|departamento|edificio))|del)|propietari[oa] (?:de|del)|soci[oa] (?:de|del|en)|fundador[a]? de',
);
const isOwner = wordsPattern(
  "(?:is|she|he|was) (?:the |an |a )?(?:business |co )?owner(?! (?:of|at|manual|'s)\\b)|es (?:el |la )?duen[oa](?! de)",
);
const forSelf = wordsPattern(
  'works for (?:himself|herself|themselves)|self employed|has (?:her|his) own business|freelances?|(?:trabaja )?por su cuenta|autonom[oa]',
);
const manages = wordsPattern(
  'manages|runs(?= (?:the|a|her|his) )|manag(?:er|ing) (?:at|of|for|over at)|gerente (?:general )?(?:de|del|en)|encargad[oa] (?:de|del|en)|administra|jef[ea] (?:de|del|en)|director[a]? (?:de|del|en)|supervisor[a]? (?:at|of|de|del|en)',
);
const isManager = wordsPattern(
  "(?:is|just|he|she|,) (?:the |a )?(?:\\w+ )?manager(?! (?:at|of|for|over|special|is|was|'s)\\b)|es (?:el |la )?(?:gerente|encargad[oa])(?! (?:general|de|del|en)\\b)",
);
const worksAt = wordsPattern(
  `(?:works?|working)(?: (?:nights|days|part time|full time|remotely|evenings|weekends|from home|over|now|down|there))?(?: as (?:a |an )?(?<as>${tradeSource}))? (?:at|for|with)|job (?:with|at)|works in (?<field>\\w+)(?: at| for)?|drives (?:a \\w+ )?for|is in (?<sector>hr|it|sales|marketing|finance|accounting|real estate|construction|insurance|banking|education)(?: at| for| with)?|employee (?:of|at)|trabajan? (?:desde casa )?(?:de noche |de dia )?(?:(?:de|como) (?<esAs>${tradeSource}) )?(?:en|para|con)|emplead[oa] (?:de|del|en)`,
);
const sells = wordsPattern('sells \\w+ (?:for|at)');
const teaches = wordsPattern(
  'teaches(?: (?!at |in )[\\w]+){0,3}(?= at)|teaches (?:\\d\\w* grade|first grade|second grade|third grade|fourth grade|fifth grade|kindergarten|high school|middle school|preschool)(?= )',
);
/** Looked for first: the patterns below try each trade at each word. */
const worksWord = /\b(?:work|driv|job|is in |employee|trabaj|emplead)/;
const retiredWord = /\b(?:retir|jubilad|pensionad)/;
const retired = wordsPattern(
  `retired(?: (?<trade>${tradeSource}))?(?<from> (?:from|de|del))?|(?:(?<tradeEs>${tradeSource}) )?(?:jubilad[oa]s?|retirad[oa]s?|pensionad[oa]s?)(?<fromEs> (?:de|del|en)(?! (?:la )?(?:vida)))?`,
);

/** Owner, manager or employee, retired, by trade and of what place. */
export const readWork: Rule = (clause) => {
  if (clause.subject !== 'person') return [];
  const owned = [
    ...readOwned(clause),
    ...findAll(clause, ownerOf).flatMap((found) =>
      isHomeAt(clause, found.next) || !isTitle(clause, found.first) ? [] : atPlace(clause, found, 'owner'),
    ),
  ];
  const led = [...readManaged(clause)];
  const found = [...owned, ...led, ...readRetired(clause)];
  const taken = found.length > 0 || owned.length > 0;
  const employed = [...readEmployed(clause), ...readTeaching(clause)];
  const traded =
    employed.length > 0 ||
    (taken && found.some(({ facts }) => facts?.kind === 'work' && facts.role === 'retired'))
      ? []
      : readTrade(clause);
  const all = mergeSelf(clause, [...found, ...employed, ...traded]);
  const titles = [...findAll(clause, isOwner), ...findAll(clause, isManager)].filter(
    (one) =>
      isHeld(clause, one.first) &&
      !all.some(({ facts }) => facts?.kind === 'work' && facts.role !== 'employee'),
  );
  return [
    ...all,
    ...titles.slice(0, 1).map((one) =>
      toWork(clause, one.first, one.next, {
        role: /manager|gerente|encargad/.test(spanNorms(clause, one)) ? 'manager' : 'owner',
      }),
    ),
  ];
};

function spanNorms(clause: Clause, { first, next }: Found): string {
  return clause.tokens
    .slice(first, next)
    .map(({ norm }) => norm)
    .join(' ');
}

function isHeld(clause: Clause, index: number): boolean {
  return !isNegatedAt(clause, index) && !isPastAt(clause, index) && !isOf(clause, index);
}

/** "her manager", "the owner of the house", "my boss", "wants to be a nurse". */
function isOf(clause: Clause, index: number): boolean {
  const before = normsBefore(clause, index, 3);
  return (
    /\b(?:my|our|our|your|to be(?: an?| the)?|become(?: an?)?|from the|by|for sale by|another|about the|the guy who|ser|hacerse|al|con el|con la|del?|un tal)$/.test(
      before,
    ) ||
    (clause.words.theirs.has(normAt(clause, index - 1)) &&
      index > clause.first &&
      normAt(clause, index) !== 'job')
  );
}

function toWork(clause: Clause, first: number, next: number, facts: Omit<WorkFacts, 'kind'>): Finding {
  return { kind: 'work', facts: { kind: 'work', ...facts }, ...spanToOffsets(clause, { first, next }) };
}

function atPlace(clause: Clause, found: Found, role: WorkRole, more: { trade?: string } = {}): Finding[] {
  const place = isHeld(clause, found.first) ? readPlace(clause, found.next) : undefined;
  if (place === undefined || notPlaces.has(place.text.toLowerCase().split(' ')[0] ?? '')) return [];
  return [toWork(clause, found.first, place.next, { role, ...more, place: placeToWords(clause, place) })];
}

/** "a food truck", "the library", but "Marriott": in English with the article of what has no name. */
function placeToWords({ words }: Clause, { text, article }: Place): string {
  const isPlain = words.language === 'en' && /^(?:a|an|the)$/.test(article) && !/\p{Lu}/u.test(text);
  return isPlain ? `${article} ${text}` : text;
}

function readOwned(clause: Clause): Finding[] {
  const plain = findAll(clause, ownsThing).flatMap((found) => {
    const place =
      isHeld(clause, found.first) && !/\b(?:to|want|would)$/.test(normsBefore(clause, found.first, 1))
        ? readPlace(clause, found.next)
        : undefined;
    if (place === undefined || !isBusiness(clause, place, found)) return [];
    return [toWork(clause, found.first, place.next, { role: 'owner', place: placeToWords(clause, place) })];
  });
  const spanish =
    plain.length > 0
      ? []
      : findAll(clause, ownsThingEs).flatMap((found) => {
          const thing = found.groups['thing'];
          return thing === undefined ? [] : atPlace(clause, { ...found, next: thing.first }, 'owner');
        });
  return [...plain, ...spanish];
}

/** "is the owner of", "Owner of"; not "knows the owner of". */
function isTitle(clause: Clause, index: number): boolean {
  const at =
    /^(?:the|an|la|el|a|co|business|proud)$/.test(normAt(clause, index - 1)) && index > clause.first
      ? index - 1
      : index;
  return (
    at <= clause.first ||
    /^(?:,|is|are|es|son|and|y|as|como|she|he|ella|él|also|tambien|el|la|,|the|was)$/.test(
      normAt(clause, at - 1),
    )
  );
}

/** "the owner of the house" */
function isHomeAt(clause: Clause, index: number): boolean {
  const place = readPlace(clause, index);
  return place !== undefined && homeWords.has(place.text.toLowerCase().split(' ')[0] ?? '');
}

function isBusiness(clause: Clause, { text, article, first, next }: Place, found: Found): boolean {
  const words = text.toLowerCase().split(' ');
  const last = words.at(-1) ?? '';
  const isHome =
    homeWords.has(last) &&
    !(
      last === 'place' &&
      words.length > 1 &&
      !/^(?:own|big|little|new|old|blue|small|nice)$/.test(words[0] ?? '')
    );
  const isThing =
    (thingWords.has(last) && !/food/i.test(text)) || (thingWords.has(words[0] ?? '') && words.length === 1);
  const isHomeFirst = homeWords.has(words[0] ?? '');
  const number = normAt(clause, found.next);
  // "owns a Harley" is a thing of that make, "owns a Subway" is rare.
  const isBrand = /^an?$/.test(article) && words.length === 1 && /^\p{Lu}/u.test(text);
  return !isHome && !isThing && !isHomeFirst && !isBrand && next > first && number !== 'it';
}

function readManaged(clause: Clause): Finding[] {
  return findAll(clause, manages).flatMap((found) => {
    const isRun = normAt(clause, found.first) === 'runs';
    const after = normAt(clause, found.next);
    if (
      isRun &&
      (runWords.has(after) ||
        /\b(?:the|a|her|his) (?:tight ship|fever|tab|mile|bath|temperature|marathon|boilermaker|race|risk|5k|10k|half)\b/.test(
          spanNorms(clause, { ...found, next: found.next + 3 }),
        ))
    )
      return [];
    if (isRun && clause.words.theirs.has(after)) return [];
    return atPlace(clause, found, 'manager');
  });
}

function readEmployed(clause: Clause): Finding[] {
  const placed = (worksWord.test(clause.flat) ? findAll(clause, worksAt) : []).flatMap((found) => {
    const { as, esAs, field, sector } = found.groups;
    const said = as ?? esAs;
    const fieldText = field ?? sector;
    const trades = said === undefined ? tradeAfter(clause, found.next) : spanText(clause.tokens, said);
    if (/^works in$/.test(spanNorms(clause, { ...found, next: found.first + 2 })) || sector !== undefined)
      return readField(clause, found, fieldText);
    const isAtHome = /^(?:home|himself|herself|themselves)$/.test(normAt(clause, found.next));
    if (isAtHome) return [];
    const [finding] = atPlace(clause, found, 'employee', trades === undefined ? {} : { trade: trades });
    return finding === undefined ? [] : [withField(clause, finding)];
  });
  const sold = findAll(clause, sells).flatMap((found) => atPlace(clause, found, 'employee'));
  return [...placed, ...sold];
}

/** "trabaja en sistemas en el ayuntamiento": the first is what, the second where. */
function withField(clause: Clause, finding: Finding): Finding {
  const { facts } = finding;
  if (facts?.kind !== 'work' || clause.words.language !== 'es' || facts.place === undefined) return finding;
  const next = clause.tokens.findIndex(({ end }) => end === finding.end) + 1;
  const place =
    /^(?:en)$/.test(normAt(clause, next)) && next < clause.next ? readPlace(clause, next + 1) : undefined;
  if (
    place === undefined ||
    !/^(?:sistemas|ventas|limpieza|mantenimiento|recursos|contabilidad|cocina|construccion)$/i.test(
      facts.place,
    )
  )
    return finding;
  return {
    ...finding,
    facts: { ...facts, trade: facts.place.toLowerCase(), place: placeToWords(clause, place) },
  };
}

function readField(clause: Clause, found: Found, field: Found['groups'][string]): Finding[] {
  if (field === undefined || !isHeld(clause, found.first)) return [];
  const word = normAt(clause, field.first);
  const isArticle = /^(?:the|a|an|my|her|his)$/.test(word);
  if (isArticle) return atPlace(clause, { ...found, next: field.first }, 'employee');
  const trades = spanText(clause.tokens, field);
  const isPlaced = /^(?:at|for|with)$/.test(normAt(clause, found.next - 1));
  if (isPlaced) return atPlace(clause, found, 'employee', { trade: trades });
  return [toWork(clause, found.first, field.next, { role: 'employee', place: trades })];
}

/** The longest trade that starts at a word: "dental hygienist" before "dentist". */
function findTrades(clause: Clause): Span[] {
  const found: Span[] = [];
  for (let index = clause.first; index < clause.next; index++) {
    const length = tradeLengthAt(clause, index);
    if (length > 0) found.push({ first: index, next: index + length });
    index += Math.max(0, length - 1);
  }
  return found;
}

function tradeLengthAt(clause: Clause, index: number): number {
  for (let length = longestTrade; length > 0; length--) {
    if (index + length > clause.next) continue;
    const said = clause.tokens.slice(index, index + length).map(({ norm }) => norm);
    if (trades.has(said.join(' '))) return length;
  }
  return 0;
}

/** "works at Stryker as an engineer" */
function tradeAfter(clause: Clause, index: number): string | undefined {
  const place = readPlace(clause, index);
  if (place === undefined || !/^(?:as|como|de)$/.test(normAt(clause, place.next))) return undefined;
  const [found] = findTrades(clause).filter(({ first }) => first >= place.next);
  return found === undefined || found.first > place.next + 2 ? undefined : spanText(clause.tokens, found);
}

function readTeaching(clause: Clause): Finding[] {
  return findAll(clause, teaches).flatMap((found) => {
    const isPlaced = normAt(clause, found.next) === 'at';
    const facts = { role: 'employee', trade: 'teacher' } as const;
    if (!isHeld(clause, found.first)) return [];
    const place = isPlaced ? readPlace(clause, found.next + 1) : undefined;
    return [
      toWork(
        clause,
        found.first,
        place?.next ?? found.next,
        place === undefined ? facts : { ...facts, place: placeToWords(clause, place) },
      ),
    ];
  });
}

/** "is a nurse at Hurley", "bartender at the Peanut Barrel", "es enfermera en el hospital". */
function readTrade(clause: Clause): Finding[] {
  return findTrades(clause).flatMap((found) => {
    const before = normsBefore(clause, found.first, 2);
    const last = before.split(' ').at(-1) ?? '';
    const isStated =
      found.first === clause.first ||
      /^(?:a|an|is|the|es|,|as|de|somos|also|tambien|lead|head|retired|trabaja|ella|being|registered)$/.test(
        last,
      );
    const isThing =
      /\b(?:to|see|saw|call|need|needs|find|the|like|like a|to an?|from a|about a|for a|with a|by a|llamar|un|una|con|al|la|el|del?)$/.test(
        before,
      ) && !/\b(?:is|trabaja|soy) (?:a|de|the)$/.test(before);
    if (normAt(clause, found.next) === "'s" || isPartners(clause, found.first)) return [];
    if (!isStated || isThing || !isHeld(clause, found.first)) return [];
    const at = normAt(clause, found.next);
    const place = /^(?:at|for|en|del|de)$/.test(at) ? readPlace(clause, found.next + 1) : undefined;
    const facts = { role: 'employee', trade: spanText(clause.tokens, found) } as const;
    return [
      toWork(
        clause,
        found.first,
        place?.next ?? found.next,
        place === undefined ? facts : { ...facts, place: placeToWords(clause, place) },
      ),
    ];
  });
}

/** "engaged to Theo, a paramedic" */
function isPartners(clause: Clause, index: number): boolean {
  return /\b(?:to|husband|wife|boyfriend|girlfriend|partner|fiance|con|esposo|esposa|marido|novio|novia) \S+ ,(?: an?| un| una)?$/.test(
    normsBefore(clause, index, 4),
  );
}

function readRetired(clause: Clause): Finding[] {
  if (!retiredWord.test(clause.flat)) return [];
  return findAll(clause, retired).flatMap((found) => {
    const { trade: english, tradeEs, from, fromEs } = found.groups;
    if (
      isNegatedAt(clause, found.first) ||
      /\b(?:until|when|before|not)$/.test(normsBefore(clause, found.first, 2))
    )
      return [];
    const said = english ?? tradeEs;
    const place = from !== undefined || fromEs !== undefined ? readPlace(clause, found.next) : undefined;
    const facts = {
      role: 'retired',
      ...(said === undefined ? {} : { trade: spanText(clause.tokens, said) }),
      ...(place === undefined ? {} : { place: placeToWords(clause, place) }),
    } as const;
    return [toWork(clause, found.first, place?.next ?? found.next, facts)];
  });
}

/** "electrician, works for himself" is one thing: an owner by trade. */
function mergeSelf(clause: Clause, findings: readonly Finding[]): Finding[] {
  const [self] = findAll(clause, forSelf).filter(({ first }) => isHeld(clause, first));
  if (self === undefined) return [...findings];
  const at = findings.findIndex(
    ({ facts }) => facts?.kind === 'work' && facts.trade !== undefined && facts.place === undefined,
  );
  const facts = findings[at]?.facts;
  const said = facts?.kind === 'work' && facts.trade !== undefined ? { trade: facts.trade } : {};
  const rest = findings.filter((_, index) => index !== at);
  return [...rest, toWork(clause, self.first, self.next, { role: 'owner', ...said })];
}
