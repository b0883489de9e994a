import { type Clause, findAll, normAt, normsBefore, wordsPattern } from '../clause.ts';
import type { Kid } from '../detail-facts.ts';
import { type Finding, type Rule, spanToOffsets } from '../finding.ts';
import { isCapital } from '../name-tokens.ts';
import {
  certainKids,
  isKidWord,
  kidAdjectives,
  notKidsAfter,
  notKidsBefore,
  ordinalToCount,
  plainKids,
  seriesBefore,
  wordToCount,
} from './kid-words.ts';
import { isHadAt, isNegatedAt, isPastAt } from './possession.ts';
import { readKidList } from './read-kid-list.ts';

/** A mention of kids, before all of a note are put together. */
export interface KidsMention extends Finding {
  readonly kids: {
    /** How many this mention is of; undefined for "her kids". */
    readonly count: number | undefined;
    /** Of "kids", which are all; not of "a son". */
    readonly isAll: boolean;
    /** "her son": perhaps the one of before. */
    readonly isKnown: boolean;
    readonly word: string;
    readonly named: readonly Kid[];
    readonly isExpecting: boolean;
  };
}

const ones = /^(?:a|an|one|another|un|una|uno|otro|otra)$/;
const expecting = wordsPattern(
  '(?:is |are )?(?:pregnant|expecting|due with)(?! (?:a call|a package|me|us|to|that|an offer|rain|it|company)\\b)|(?:has |have )?(?:a )?baby (?:is )?(?:due|on the way)|having a baby|(?:is|she is) due in \\w+|(?:another|one|a \\w+) on the way|(?:otro|uno|el \\w+|un \\w+) en camino|embarazad[oa]s?|esperan? (?:un par de )?(?:gemelos|gemelas|mellizos|nino|nina|bebe)|esperan? (?:un |su |al |a su )?(?:bebe|hijo|primer|segundo|tercer|primero|primera|segunda)\\w*|va a tener (?:un )?(?:bebe|hijo)',
);
const parentOf = wordsPattern(
  '(?:mom|mother|dad|father|parents|mama|madre|papa|padre)(?: solter[oa])? (?:of|to|de) (?<count>\\d+)(?! (?:bedroom|dog|cat|boy|girl|son|daughter|hij|nin|kid))',
);
const eldest = wordsPattern(
  '(?:the |el |la |su )?(?:oldest|youngest|eldest|middle one|mayor|menor|mas chic[oa])(?: one)? (?:is|tiene|turns|just turned|cumple) (?<age>\\d+)',
);

/** Kids of the person: how many, names and ages, none, and those to come. */
export const readKids: Rule = (clause) => {
  if (clause.subject === 'other' || clause.subject === 'agent') return [];
  const mentions: KidsMention[] = [];
  for (let index = clause.first; index < clause.next; index++) {
    if (!isKidWord(normAt(clause, index), clause.words.language) && !isAgedKid(clause, index)) continue;
    const mention = readMention(clause, index);
    if (mention === undefined) continue;
    mentions.push(mention);
  }
  return [...mentions, ...readExpecting(clause), ...readParentOf(clause), ...readEldest(clause)];
};

/** "an eight year old named Noah": the age stands for the kid. */
function isAgedKid(clause: Clause, index: number): boolean {
  const isOld = /^\d+ (?:year|month) old$/.test(`${normsBefore(clause, index, 2)} ${normAt(clause, index)}`);
  return isOld && /^(?:named|called|,|and|at|who||but|with)$/.test(normAt(clause, index + 1));
}

function toMention(clause: Clause, first: number, next: number, kids: KidsMention['kids']): KidsMention {
  return { kind: 'kids', kids, ...spanToOffsets(clause, { first, next }) };
}

function readMention(clause: Clause, index: number): KidsMention | undefined {
  const word = normAt(clause, index);
  if (isInCompany(clause, index)) return undefined;
  if (word === 'baby' && /^(?:boy|girl|son|daughter)$/.test(normAt(clause, index + 1))) return undefined;
  let first = index;
  while (
    first > clause.first &&
    (kidAdjectives.has(normAt(clause, first - 1)) || isAgeBefore(clause, first - 1))
  )
    first--;
  const age = readAgeBefore(clause, first, index);
  const determiner = first > clause.first ? normAt(clause, first - 1) : '';
  const isCounted = /^\d+$/.test(determiner);
  if (isCounted || ones.test(determiner)) first--;
  const isNamed =
    clause.words.articles.has(normAt(clause, first - 1)) &&
    /^(?:se llama|is named|is called)/.test(`${normAt(clause, index + 1)} ${normAt(clause, index + 2)}`);
  const isWithPartner =
    clause.words.articles.has(normAt(clause, first - 1)) && isAfterPartner(clause, first - 2);
  const isTheirs =
    (clause.words.theirs.has(normAt(clause, first - 1)) || isNamed || isWithPartner) && first > clause.first;
  if (isTheirs) first--;
  const next = index + 1;
  if (
    /^(?:is )?(?:on the way|due)/.test(
      clause.tokens
        .slice(next, next + 4)
        .map(({ norm }) => norm)
        .join(' '),
    )
  )
    return undefined;
  if (
    notKidsAfter.test(normAt(clause, next)) ||
    (normAt(clause, next) === "'s" && normAt(clause, next + 1) !== 'name') ||
    clause.words.mine.has(normAt(clause, first - 1))
  )
    return undefined;
  if (isOfPartner(clause, first, next, isTheirs)) return undefined;
  if (isNone(clause, first)) {
    return toMention(clause, Math.max(clause.first, first - 1), next, {
      count: 0,
      isAll: true,
      isKnown: false,
      word,
      named: [],
      isExpecting: false,
    });
  }
  if (
    /\b(?:due|expecting|pregnant|embarazada|espera|esperan)(?: [^ ,]+){0,3}$/.test(
      normsBefore(clause, first, 6),
    )
  )
    return undefined;
  const isBorn = /\b(?:just|recently) had$|\b(?:acaba|acaban) de tener$/.test(normsBefore(clause, first, 3));
  if (isNegatedAt(clause, first) || (isPastAt(clause, first) && !isBorn)) return undefined;
  if (
    /^(?:oldest|youngest)$/.test(word) &&
    (!isTheirs || isKidWord(normAt(clause, next), clause.words.language))
  )
    return undefined;
  const isBare = !isTheirs && !isCounted && !ones.test(determiner);
  const isHad =
    isTheirs ||
    isBorn ||
    isAbout(clause, first) ||
    (isBare ? isBareKid(clause, first, index) : isHadKid(clause, first));
  if (!isHad || (clause.subject === 'both' && !isTheirs)) return undefined;
  const count = isCounted
    ? Number(determiner) * (wordToCount(word) === 2 && Number(determiner) === 1 ? 2 : 1)
    : ones.test(determiner)
      ? (wordToCount(word) ?? 1)
      : wordToCount(word);
  const list = readKidList(clause, next, isOneOfMore(clause, first, index) ? 1 : count);
  const [one] = list.kids;
  const isAged = age !== undefined && list.kids.length <= 1 && one?.age === undefined;
  const named = isAged ? [{ ...one, age }] : list.kids;
  const isAll = plainKids.has(word) && count !== 1;
  return toMention(clause, first, list.next, {
    count: isOneOfMore(clause, first, index)
      ? undefined
      : (count ?? (list.kids.length > 1 ? list.kids.length : undefined)),
    isAll,
    isKnown: isTheirs && !isCounted,
    word,
    named: withTwinAge(named, count, word),
    isExpecting: false,
  });
}

/** "his girlfriend and her two kids", "los hijos de ella": the partner's. */
function isOfPartner(clause: Clause, first: number, next: number, isTheirs: boolean): boolean {
  const { theirs, relations } = clause.words;
  if (
    /^(?:de (?:ella|él)|de él)/.test(
      clause.tokens
        .slice(next, next + 3)
        .map(({ norm }) => norm)
        .join(' '),
    )
  )
    return true;
  const gender = isTheirs ? theirs.get(normAt(clause, first)) : undefined;
  for (let index = first - 1; index > 0 && gender !== undefined; index--) {
    const owner = theirs.get(normAt(clause, index - 1));
    if (relations.get(normAt(clause, index))?.who === 'partner' && owner !== undefined)
      return owner !== gender;
  }
  return false;
}

/** "su hijo mayor", "her oldest son": there are more. */
function isOneOfMore(clause: Clause, first: number, index: number): boolean {
  const said = clause.tokens
    .slice(first, index + 2)
    .map(({ norm }) => norm)
    .join(' ');
  return (
    /\b(?:oldest|youngest|eldest|older|younger|middle|mayor|menor)\b/.test(said) &&
    !/\b(?:mayor|menor) de\b/.test(said)
  );
}

/** "his wife and the kids" */
function isAfterPartner({ tokens, words }: Clause, index: number): boolean {
  const before = tokens[index - 1]?.norm ?? '';
  return words.ands.has(tokens[index]?.norm ?? '') && words.relations.get(before)?.who === 'partner';
}

/** "Lou and Sons Plumbing" */
function isInCompany({ tokens, words }: Clause, index: number): boolean {
  const [beforeThat, before, token] = [tokens[index - 2], tokens[index - 1], tokens[index]];
  if (beforeThat === undefined || before === undefined || token === undefined) return false;
  return isCapital(token) && isCapital(beforeThat) && words.ands.has(before.norm);
}

/** "twins, five years old" are both five; "five kids, five!" says no age. */
function withTwinAge(named: readonly Kid[], count: number | undefined, word: string): readonly Kid[] {
  const [one] = named;
  const isOneAge = named.length === 1 && one?.age !== undefined && one.name === undefined;
  if (!isOneAge || count === undefined || count < 2) return named;
  return wordToCount(word) === 2 ? [one, one] : [];
}

function isAgeBefore(clause: Clause, index: number): boolean {
  return /^\d+$/.test(normAt(clause, index)) && /^(?:year|month|years)$/.test(normAt(clause, index + 1));
}

/** "an eight year old (boy)" */
function readAgeBefore(clause: Clause, first: number, index: number): string | undefined {
  for (let at = first; at < index; at++) {
    if (!isAgeBefore(clause, at)) continue;
    return /^month/.test(normAt(clause, at + 1)) ? `${normAt(clause, at)} months` : normAt(clause, at);
  }
  return undefined;
}

function isNone(clause: Clause, first: number): boolean {
  return (
    clause.subject !== 'both' &&
    /\b(?:no|without(?: any)?|not have(?: any| a)?|never had(?: any)?|no tienen?|sin|nunca tuvo|nunca tuvieron|no hay|any)$/.test(
      normsBefore(clause, first, 4),
    ) &&
    !/\bnot want/.test(normsBefore(clause, first, 4))
  );
}

/** "mother of two boys", "single mom of one boy", "raised three kids" */
function isAbout(clause: Clause, first: number): boolean {
  return /\b(?:(?:mom|mother|dad|father|parents|madre|mama|papa|padre) (?:of|to|de)|y de|raised|raising|cri[ao]n?(?: sol[oa])? a|crio)$/.test(
    normsBefore(clause, first, 3),
  );
}

function isHadKid(clause: Clause, first: number): boolean {
  const isPartner = clause.subject === 'partner';
  if (notKidsBefore.test(normsBefore(clause, first, 2))) return false;
  return (clause.subject === 'person' || clause.subject === 'kid' || isPartner) && isHadAt(clause, first);
}

/** Without a number: "Son at Michigan State", "kids are grown", "hers are boys", "has twins". */
function isBareKid(clause: Clause, first: number, index: number): boolean {
  const before = normsBefore(clause, first, 2);
  if (/^(?:hers|los suyos|los de ella) (?:are|is|son)$/.test(before)) return true;
  if (seriesBefore.test(before)) return false;
  if (notKidsBefore.test(before) && !/\b(?:with|home with) the$/.test(before)) return false;
  if (clause.subject !== 'person' && clause.subject !== 'kid') return false;
  if (
    /\b(?:has|have|got|with|tiene|tienen|con|with the)$/.test(before) &&
    !/married with|casad[oa]s con/.test(before)
  )
    return true;
  const isLittle =
    /^(?:little|young)$/.test(normAt(clause, index - 1)) ||
    /^(?:named|called)$/.test(normAt(clause, index + 1));
  const isStart = first === clause.first || /^(?:,|and|y)$/.test(normAt(clause, first - 1));
  const isStatement = /^(?:is|are|at|in|grown|moved|ya|son|estan|todos|named|called|,)$/.test(
    normAt(clause, index + 1),
  );
  return (
    isStart &&
    (isStatement || certainKids.has(normAt(clause, index))) &&
    (isLittle || !/^(?:boy|girl|boys|girls)$/.test(normAt(clause, index)))
  );
}

function readExpecting(clause: Clause): KidsMention[] {
  if (clause.subject === 'both') return [];
  return findAll(clause, expecting).flatMap(({ first, next }) => {
    if (isNegatedAt(clause, first) || isPastAt(clause, first)) return [];
    let count: number | undefined;
    for (let index = first; index < Math.min(next + 5, clause.tokens.length); index++)
      count ??= ordinalToCount(normAt(clause, index));
    return [
      toMention(clause, first, next, {
        count,
        isAll: true,
        isKnown: true,
        word: '',
        named: [],
        isExpecting: true,
      }),
    ];
  });
}

function readParentOf(clause: Clause): KidsMention[] {
  if (clause.subject !== 'person') return [];
  return findAll(clause, parentOf).map(({ first, next, groups }) => {
    const count = Number(normAt(clause, groups['count']?.first ?? first));
    return toMention(clause, first, next, {
      count,
      isAll: true,
      isKnown: false,
      word: 'kids',
      named: [],
      isExpecting: false,
    });
  });
}

function readEldest(clause: Clause): KidsMention[] {
  return findAll(clause, eldest).map(({ first, next, groups }) => {
    const age = normAt(clause, groups['age']?.first ?? first);
    return toMention(clause, first, next, {
      count: 1,
      isAll: false,
      isKnown: true,
      word: 'eldest',
      named: [{ age }],
      isExpecting: false,
    });
  });
}
