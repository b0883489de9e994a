import type { Note } from '../../../domain/note.ts';
import { type Person, type Phone, personLabel } from '../../../domain/person.ts';
import { searchableText } from '../../../domain/text.ts';
import type { PersonMet } from '../../../store/queries/people.ts';

interface IndexedText {
  readonly text: string;
  /** Accents stripped, lower case. */
  readonly searchable: string;
}

export interface IndexedPerson extends PersonMet {
  readonly name: string;
  readonly texts: readonly IndexedText[];
  /** Every number's digits, typed and E.164, a space between. */
  readonly digits: string;
}

export interface SearchHit extends PersonMet {
  /** Finds the line where it was found, for a hit that is in sight; undefined when the name itself says it. */
  readonly findText: () => FoundText | undefined;
}

export interface FoundText {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** A plain scan over stripped strings: fast enough for tens of thousands, and it misses no ending. */
export function buildSearchIndex(people: readonly PersonMet[], notes: readonly Note[]): IndexedPerson[] {
  const notesByPerson = new Map<string, string[]>();
  for (const { personId, text } of notes) {
    const texts = notesByPerson.get(personId);
    if (texts === undefined) notesByPerson.set(personId, [text]);
    else texts.push(text);
  }
  return people.map((met) => ({
    ...met,
    name: searchableText(personLabel(met.person)),
    texts: [...textsOf(met), ...(notesByPerson.get(met.person.id) ?? [])].map((text) => ({
      text,
      searchable: searchableText(text),
    })),
    digits: digitsOf(met.person),
  }));
}

/** Everybody of whom all of the query's words are known, in the index's order. */
export function searchPeople(index: readonly IndexedPerson[], query: string): SearchHit[] {
  const words = searchableText(query).trim().split(/\s+/u).filter(Boolean);
  const digits = /^[\d\s()+./-]+$/.test(query) ? query.replace(/\D/g, '') : '';
  return index.flatMap((entry) => {
    if (digits.length > 2 && entry.digits.includes(digits)) {
      return [{ ...pick(entry), findText: () => findNumber(entry.person, digits) }];
    }
    const isFound = words.every(
      (word) => entry.name.includes(word) || entry.texts.some(({ searchable }) => searchable.includes(word)),
    );
    return isFound ? [{ ...pick(entry), findText: () => findLine(entry, words) }] : [];
  });
}

function pick({ person, occasion }: PersonMet): PersonMet {
  return { person, occasion };
}

function textsOf({ person, occasion }: PersonMet): string[] {
  const handles = person.handles.map(({ typed, network = '' }) => `${typed} ${network}`.trim());
  const emails = person.emails.map(({ typed }) => typed);
  const details = person.details.map(({ text }) => text);
  return [person.company, occasion?.name ?? '', ...emails, ...handles, ...details].filter(Boolean);
}

function digitsOf(person: Person): string {
  return person.phones.map(digitsOfPhone).join(' ');
}

function digitsOfPhone({ typed, e164 = '' }: Phone): string {
  return `${typed.replace(/\D/g, '')} ${e164.slice(1)}`;
}

const contextLength = 14;

function findNumber({ phones }: Person, digits: string): FoundText {
  const number = phones.find((phone) => digitsOfPhone(phone).includes(digits))?.typed ?? '';
  return { before: number, match: '', after: '' };
}

function findLine(entry: IndexedPerson, words: readonly string[]): FoundText | undefined {
  const word = words.find((candidate) => !entry.name.includes(candidate));
  if (word === undefined) return undefined;
  const hit = entry.texts.find(({ searchable }) => searchable.includes(word));
  if (hit === undefined) return undefined;
  const { start, end } = findOriginal(hit, word);
  const from = wordStart(hit.text, start - contextLength, start);
  return {
    before: (from > 0 ? '…' : '') + hit.text.slice(from, start),
    match: hit.text.slice(start, end),
    after: hit.text.slice(end, end + 4 * contextLength),
  };
}

/** The start of the first word in [place, end), so that an excerpt does not begin inside one. */
function wordStart(text: string, place: number, end: number): number {
  if (place <= 0) return 0;
  const space = text.indexOf(' ', place - 1);
  return space < 0 || space >= end ? end : space + 1;
}

/** Stripping accents shifts places: each stripped character is led back to where it was written. */
function findOriginal({ text, searchable }: IndexedText, word: string): { start: number; end: number } {
  const place = searchable.indexOf(word);
  if (text.toLowerCase() === searchable) return { start: place, end: place + word.length };
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    places.push(...Array<number>(searchableText(character).length).fill(at));
    at += character.length;
  }
  return { start: places[place] ?? 0, end: places[place + word.length] ?? text.length };
}
