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

const comingAfter = /^(?:is )?(?:on the way|due)/;
const comingBefore = /\b(?:due|expecting|pregnant|embarazada|espera|esperan)(?: [^ ,]+){0,3}$/;

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
  return isOld && /^(?:named|called|,|and|at|who|but|with)?$/.test(normAt(clause, index + 1));
}

function toMention(clause: Clause, first: number, next: number, kids: KidsMention['kids']): KidsMention {
  return { kind: 'kids', kids, ...spanToOffsets(clause, { first, next }) };
}

/** The words for kids at a place, with what is said before them. */
interface KidPhrase {
  readonly word: string;
  readonly first: number;
  readonly next: number;
  readonly index: number;
  /** "two", "a" or ''. */
  readonly determiner: string;
  readonly isTheirs: boolean;
  /** Of "an eight year old". */
  readonly age: string | undefined;
}

function readMention(clause: Clause, index: number): KidsMention | undefined {
  const phrase = readPhrase(clause, index);
  const { word, first, next, isTheirs } = phrase;
  if (isNoKid(clause, phrase) || isOfPartner(clause, first, next, isTheirs)) return undefined;
  if (isNone(clause, first)) {
    const none = { count: 0, isAll: true, isKnown: false, word, named: [], isExpecting: false };
    return toMention(clause, Math.max(clause.first, first - 1), next, none);
  }
  return isHadBy(clause, phrase) ? phraseToMention(clause, phrase) : undefined;
}

function readPhrase(clause: Clause, index: number): KidPhrase {
  let first = index;
  const isPart = (at: number) => kidAdjectives.has(normAt(clause, at)) || isAgeBefore(clause, at);
  while (first > clause.first && isPart(first - 1)) first--;
  const age = readAgeBefore(clause, first, index);
  const before = first > clause.first ? normAt(clause, first - 1) : '';
  const determiner = /^\d+$/.test(before) || ones.test(before) ? before : '';
  if (determiner !== '') first--;
  const isTheirs = first > clause.first && isTheirsAt(clause, first - 1, index);
  return {
    word: normAt(clause, index),
    first: isTheirs ? first - 1 : first,
    next: index + 1,
    index,
    determiner,
    isTheirs,
    age,
  };
}

/** "her", or "the" in "the baby is named Rose" and "his wife and the kids". */
function isTheirsAt(clause: Clause, at: number, index: number): boolean {
  const norm = normAt(clause, at);
  if (clause.words.theirs.has(norm)) return true;
  const after = `${normAt(clause, index + 1)} ${normAt(clause, index + 2)}`;
  return (
    clause.words.articles.has(norm) &&
    (/^(?:se llama|is named|is called)/.test(after) || isAfterPartner(clause, at - 1))
  );
}

/** "kids menu", "Lou and Sons", "baby on the way", "my kids", "due with a girl": none that are there. */
function isNoKid(clause: Clause, { word, first, next, index, isTheirs }: KidPhrase): boolean {
  const after = normAt(clause, next);
  const isNextKid = isKidWord(after, clause.words.language);
  if (isInCompany(clause, index) || (word === 'baby' && isNextKid)) return true;
  if (/^(?:oldest|youngest)$/.test(word) && (!isTheirs || isNextKid)) return true;
  if (notKidsAfter.test(after) || clause.words.mine.has(normAt(clause, first - 1))) return true;
  if (after === "'s" && normAt(clause, next + 1) !== 'name') return true;
  return comingAfter.test(normsAfter(clause, next, 4)) || comingBefore.test(normsBefore(clause, first, 6));
}

function isHadBy(clause: Clause, { first, index, determiner, isTheirs }: KidPhrase): boolean {
  const isBorn = /\b(?:just|recently) had$|\b(?:acaba|acaban) de tener$/.test(normsBefore(clause, first, 3));
  if (isNegatedAt(clause, first) || (isPastAt(clause, first) && !isBorn)) return false;
  if (isTheirs) return true;
  if (clause.subject === 'both') return false;
  if (isBorn || isAbout(clause, first)) return true;
  return determiner === '' ? isBareKid(clause, first, index) : isHadKid(clause, first);
}

function phraseToMention(
  clause: Clause,
  { word, first, next, index, determiner, isTheirs, age }: KidPhrase,
): KidsMention {
  const isOne = isOneOfMore(clause, first, index);
  const count = toCount(word, determiner);
  const list = readKidList(clause, next, isOne ? 1 : count);
  const [one] = list.kids;
  const isAged = age !== undefined && list.kids.length <= 1 && one?.age === undefined;
  const named = isAged ? [{ ...one, age }] : list.kids;
  const listed = list.kids.length > 1 ? list.kids.length : undefined;
  return toMention(clause, first, list.next, {
    count: isOne ? undefined : (count ?? listed),
    isAll: plainKids.has(word) && count !== 1,
    isKnown: isTheirs && !/^\d+$/.test(determiner),
    word,
    named: withTwinAge(named, count, word),
    isExpecting: false,
  });
}

function toCount(word: string, determiner: string): number | undefined {
  const own = wordToCount(word);
  if (/^\d+$/.test(determiner)) return Number(determiner);
  return determiner === '' ? own : (own ?? 1);
}

function normsAfter({ tokens }: Clause, index: number, count: number): string {
  return tokens
    .slice(index, index + count)
    .map(({ norm }) => norm)
    .join(' ');
}

/** "his girlfriend and her two kids", "los hijos de ella": the partner's. */
function isOfPartner(clause: Clause, first: number, next: number, isTheirs: boolean): boolean {
  const { theirs, relations } = clause.words;
  if (/^de (?:ella|él)/.test(normsAfter(clause, next, 2))) return true;
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
  const isPartner = clause.subject === 'partner' && !/^(?:has|tiene)$/.test(normAt(clause, first - 1));
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
