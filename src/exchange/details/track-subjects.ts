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

const introductions =
  /^(?:the|this|un|una) (?:guy|lady|woman|man|senor|senora|tipo|muchacha|muchacho|chavo|chava)\b/;
const bothStarts = /^(?:(?:los|las) 2|ambos|ambas) \w+mos\b|^(?:both of us|me and (?:her|him))\b/;

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
  const flat = toFlat(tokens, start, next);
  return (
    readPronoun(tokens, start, track, words) ??
    readOther(flat, start, track, words) ??
    readMine(tokens, start, flat, track, words) ??
    readNamed(tokens, start, flat, track, words) ??
    goOn(tokens[start]?.norm ?? '', track, words, isAfterComma)
  );
}

function readPronoun(
  tokens: readonly NoteToken[],
  start: number,
  track: Track,
  words: LanguageWords,
): Subject | undefined {
  const [norm, after] = [tokens[start]?.norm ?? '', tokens[start + 1]?.norm ?? ''];
  // "El es gerente": without the accent that would make a pronoun of it.
  if (words.language === 'es' && norm === 'el' && words.mainVerbs.has(after))
    return pronounToSubject('m', track);
  const pronoun = words.pronouns.get(norm);
  if (pronoun === undefined) return undefined;
  if (pronoun.who !== 'third') return pronoun.who;
  const isTogether =
    words.ands.has(after) && words.pronouns.get(tokens[start + 2]?.norm ?? '')?.who === 'agent';
  if (words.contrasts.has(tokens[start - 1]?.norm ?? '')) track.topic = undefined;
  return isTogether ? 'both' : pronounToSubject(pronoun.gender, track);
}

/** "that guy has four kids"; who opens a note as "the guy with the beard" is the one whom it is on. */
function readOther(flat: string, start: number, track: Track, words: LanguageWords): Subject | undefined {
  const isIntroduced = start === 0 && introductions.test(flat);
  if (!words.others.test(flat) || isIntroduced) return undefined;
  track.topic = { subject: 'other', isMany: false };
  return 'other';
}

/** "my wife", "los dos corrimos", "le conté" */
function readMine(
  tokens: readonly NoteToken[],
  start: number,
  flat: string,
  track: Track,
  words: LanguageWords,
): Subject | undefined {
  if (words.mine.has(tokens[start]?.norm ?? '')) {
    track.topic = undefined;
    return 'agent';
  }
  if (words.bothVerbs?.test(flat) || bothStarts.test(flat)) return 'both';
  return words.agentVerbs?.test(flat) === true ? 'agent' : undefined;
}

/** A relation, a thing or a name that is the subject. */
function readNamed(
  tokens: readonly NoteToken[],
  start: number,
  flat: string,
  track: Track,
  words: LanguageWords,
): Subject | undefined {
  const relation = readRelation(tokens, start, words);
  if (relation !== undefined) {
    track.topic = relation;
    return relation.subject;
  }
  if (startsWithThing(flat, words)) return 'other';
  if (!isNameLike(tokens[start], words) || !startsNamed(tokens, start, words)) return undefined;
  track.topic = undefined;
  return 'person';
}

/** Without a subject of its own: with that of before, unless the form tells that it is of the person again. */
function goOn(norm: string, track: Track, words: LanguageWords, isAfterComma: boolean): Subject {
  const isVerb = words.mainVerbs.has(norm);
  const isSpanish = words.language === 'es';
  if (track.subject === 'both') return 'person';
  if (track.subject === 'agent' && isSpanish && isVerb) return 'person';
  // "su esposa es enfermera y tienen dos hijos": both of them.
  if (track.subject === 'partner' && isSpanish && isVerb && norm.endsWith('n')) return 'person';
  const isFragment = isAfterComma && words.fragmentStarts.has(norm) && !isVerb;
  const isOfKid =
    track.subject === 'kid' &&
    isAfterComma &&
    (isVerb || words.fragmentStarts.has(norm) || /^(?:busca|buscan|piensa|piensan)$/.test(norm));
  if (isOfKid) return 'person';
  if (isFragment && (track.subject !== 'agent' || track.isMeeting)) return 'person';
  const isOfMany = track.topic?.isMany === true;
  const isOfOne = isSpanish && isAfterComma && isVerb && !norm.endsWith('n');
  return isOfMany && isOfOne ? 'person' : track.subject;
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
  const normAt = (index: number) => tokens[index]?.norm ?? '';
  const isPossessed = words.theirs.has(normAt(start)) || words.articles.has(normAt(start));
  let at = isPossessed ? start + 1 : start;
  while (isPossessed && words.relationAdjectives.has(normAt(at)) && normAt(at + 1) !== ',') at++;
  const relation = words.relations.get(normAt(at));
  if (relation === undefined) return undefined;
  const { who, gender, isMany = false } = relation;
  const after = normAt(at + 1);
  if (!isPossessed && normAt(at) === 'pareja') return undefined;
  if (!isPossessed && who === 'other' && !words.verbs.has(after)) return undefined;
  const isInLaw = after === 'in' && normAt(at + 2) === 'law';
  const isOfOther = after === "'s" && words.relations.has(normAt(at + 2));
  const subject = isInLaw || isOfOther ? 'other' : who;
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
