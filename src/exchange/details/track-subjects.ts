import { type ClauseStretch, type Subject, toFlat } from './clause.ts';
import type { LanguageWords } from './language-words.ts';
import { isNameLike } from './name-tokens.ts';
import type { NoteToken } from './note-tokens.ts';

type Gender = 'f' | 'm';

/** Somebody else who was mentioned in the sentence, and whom a pronoun may mean from then on. */
interface Topic {
  readonly subject: Subject;
  readonly gender?: Gender;
  readonly isMany: boolean;
}

interface Track {
  topic: Topic | undefined;
  subject: Subject;
  /** "I met an older couple": what follows is of them. */
  isMeeting: boolean;
  /** As far as "her" and "his" have shown it. */
  gender: Gender | undefined;
}

/** Whom each clause of a sentence is about. Without a subject of its own it goes on with the one before. */
export function trackSubjects(
  tokens: readonly NoteToken[],
  stretches: readonly ClauseStretch[],
  words: LanguageWords,
): Subject[] {
  const track: Track = {
    topic: undefined,
    subject: 'person',
    isMeeting: false,
    gender: readGender(tokens, words),
  };
  let outer: Subject | undefined;
  return stretches.map(({ first, next }) => {
    const relation = /^(?:who|que)$/.test(tokens[first]?.norm ?? '')
      ? relationBefore(tokens, first, words)
      : undefined;
    if (relation !== undefined) {
      outer ??= track.subject;
      return relation;
    }
    track.subject = outer ?? track.subject;
    outer = undefined;
    const start = skipLeads(tokens, first, next, words);
    track.subject = readSubject(
      tokens,
      start,
      next,
      track,
      words,
      /^(?:,|y)$/.test(tokens[first - 1]?.norm ?? ''),
    );
    if (track.subject !== 'person')
      track.isMeeting = /^(?:i )?(?:met|talked|chatted|spoke|hable|platique|conoci|vi)\b/.test(
        toFlat(tokens, start, next),
      );
    noteMention(tokens, start, next, track, words);
    return track.subject;
  });
}

/** Whom "who" or "que" stands for, when that is a relation named directly before: "a son, Jake, who …". */
export function relationBefore(
  tokens: readonly NoteToken[],
  index: number,
  words: LanguageWords,
): Subject | undefined {
  for (let at = index - 1; at >= Math.max(0, index - 4); at--) {
    const { norm } = tokens[at] ?? { norm: '' };
    const relation = words.relations.get(norm);
    if (relation !== undefined) return relation.who;
    const isPassed =
      norm === ',' || isNameLike(tokens[at], words) || /^(?:april|may|june|abril|julio)$/.test(norm);
    if (!isPassed) return undefined;
  }
  return undefined;
}

function readGender(tokens: readonly NoteToken[], words: LanguageWords): Gender | undefined {
  for (const { norm } of tokens) {
    const gender = words.theirs.get(norm);
    if (gender !== undefined) return gender;
  }
  return undefined;
}

function skipLeads(tokens: readonly NoteToken[], first: number, next: number, words: LanguageWords): number {
  let index = first;
  while (
    index < next - 1 &&
    !words.others.test(toFlat(tokens, index, Math.min(next, index + 4))) &&
    (words.leads.has(tokens[index]?.norm ?? '') || words.ifs.has(tokens[index]?.norm ?? ''))
  )
    index++;
  return index;
}

function readSubject(
  tokens: readonly NoteToken[],
  start: number,
  next: number,
  track: Track,
  words: LanguageWords,
  isAfterComma: boolean,
): Subject {
  const norm = tokens[start]?.norm ?? '';
  const flat = toFlat(tokens, start, next);
  const pronoun = words.pronouns.get(norm);
  if (pronoun !== undefined) {
    const after = tokens[start + 1]?.norm ?? '';
    const isTogether =
      words.ands.has(after) && words.pronouns.get(tokens[start + 2]?.norm ?? '')?.who === 'agent';
    if (pronoun.who !== 'third') return pronoun.who;
    if (words.contrasts.has(tokens[start - 1]?.norm ?? '')) track.topic = undefined;
    return isTogether ? 'both' : pronounToSubject(pronoun.gender, track);
  }
  if (words.language === 'es' && norm === 'el' && words.mainVerbs.has(tokens[start + 1]?.norm ?? '')) {
    return pronounToSubject('m', track);
  }
  const isIntroduced =
    start === 0 &&
    /^(?:the|this|un|una) (?:guy|lady|woman|man|senor|senora|tipo|muchacha|muchacho|chavo|chava)\b/.test(
      flat,
    );
  if (words.others.test(flat) && !isIntroduced) {
    track.topic = { subject: 'other', isMany: false };
    return 'other';
  }
  if (words.mine.has(norm)) {
    track.topic = undefined;
    return 'agent';
  }
  if (
    words.bothVerbs?.test(flat) ||
    /^(?:(?:los|las) 2|ambos|ambas) \w+mos\b|^(?:both of us|me and (?:her|him))\b/.test(flat)
  )
    return 'both';
  if (words.agentVerbs?.test(flat)) return 'agent';
  const relation = readRelation(tokens, start, words);
  if (relation !== undefined) {
    track.topic = relation;
    return relation.subject;
  }
  if (startsWithThing(flat, words)) return 'other';
  if (isNameLike(tokens[start], words) && startsNamed(tokens, start, words)) {
    track.topic = undefined;
    return 'person';
  }
  if (track.subject === 'both') return 'person';
  if (track.subject === 'agent' && words.agentVerbs !== undefined && words.mainVerbs.has(norm))
    return 'person';
  const isFragment = isAfterComma && words.fragmentStarts.has(norm) && !words.mainVerbs.has(norm);
  if (isFragment && (track.subject !== 'agent' || track.isMeeting)) return 'person';
  const isSingular =
    track.topic?.isMany === true &&
    words.language === 'es' &&
    isAfterComma &&
    words.mainVerbs.has(norm) &&
    !/n$/.test(norm);
  return isSingular ? 'person' : track.subject;
}

/** "el banco necesita gente", "the church needs help": nothing that is the person's. */
function startsWithThing(flat: string, words: LanguageWords): boolean {
  const said =
    words.language === 'en'
      ? /^the (?!house|home|condo|place|kids)\w+(?: \w+)? (?:needs|wants|has|is looking|rents|owns|works|knows) /
      : /^(?:el|la|los|las) (?!casa|departamento|2 )\w+(?: de \w+)? (?:necesitan?|quieren?|tienen?|buscan?|rentan?|trabajan?|conocen?) /;
  return said.test(flat);
}

function startsNamed(tokens: readonly NoteToken[], start: number, words: LanguageWords): boolean {
  const after = tokens[start + 1]?.norm ?? '';
  return words.selves.has(after) || words.mainVerbs.has(after);
}

function readRelation(tokens: readonly NoteToken[], start: number, words: LanguageWords): Topic | undefined {
  const first = tokens[start]?.norm ?? '';
  const isPossessed = words.theirs.has(first) || words.articles.has(first);
  let at = isPossessed ? start + 1 : start;
  while (isPossessed && words.relationAdjectives.has(tokens[at]?.norm ?? '') && tokens[at + 1]?.norm !== ',')
    at++;
  const relation = words.relations.get(tokens[at]?.norm ?? '');
  if (relation === undefined) return undefined;
  const { who, gender, isMany = false } = relation;
  const after = tokens[at + 1]?.norm ?? '';
  if (!isPossessed && who === 'other' && !words.verbs.has(after)) return undefined;
  const isInLaw = after === 'in' && tokens[at + 2]?.norm === 'law';
  const isOfOther = after === "'s" && words.relations.get(tokens[at + 2]?.norm ?? '')?.who !== undefined;
  const subject = who === 'other' || isInLaw || isOfOther ? 'other' : who;
  return gender === undefined ? { subject, isMany } : { subject, isMany, gender };
}

/** "He" after "about her brother" is the brother; "he" after "her sister" is the person. */
function pronounToSubject(gender: Gender | undefined, track: Track): Subject {
  const { topic } = track;
  if (topic === undefined || topic.subject === 'person') return 'person';
  const isOther = topic.subject === 'other';
  if (gender === undefined) return isOther && topic.isMany ? 'other' : 'person';
  if (isOther && topic.gender === undefined && gender === track.gender) return 'person';
  if (topic.isMany || (topic.gender !== undefined && topic.gender !== gender)) return 'person';
  if (isOther) return 'other';
  const isPersonElse = track.gender !== undefined && track.gender !== gender;
  return isPersonElse ? topic.subject : 'person';
}

/** "told me about her brother": he is who is spoken of next. */
function noteMention(
  tokens: readonly NoteToken[],
  start: number,
  next: number,
  track: Track,
  words: LanguageWords,
): void {
  for (let index = start; index < next - 1; index++) {
    if (!/^(?:about|sobre|de)$/.test(tokens[index]?.norm ?? '')) continue;
    const relation = readRelation(tokens, index + 1, words);
    if (relation?.subject === 'other' && words.theirs.has(tokens[index + 1]?.norm ?? ''))
      track.topic = relation;
  }
}
