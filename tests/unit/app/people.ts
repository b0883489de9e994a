import type { Note } from '../../../src/domain/note.ts';
import type { Person } from '../../../src/domain/person.ts';
import type { PersonMet } from '../../../src/store/queries/people.ts';

let made = 0;

/** Somebody you met, of whom `known` is known. */
export function met(known: Partial<Person> = {}, where?: string): PersonMet {
  const id = known.id ?? `person-${++made}`;
  const person: Person = {
    id,
    name: '',
    company: '',
    title: '',
    language: null,
    household: null,
    cardLines: '',
    addresses: [],
    details: [],
    metAt: '2026-11-22T18:42:00.000Z',
    occasionId: null,
    lookedAt: null,
    phones: [],
    emails: [],
    handles: [],
    ...known,
  };
  return {
    person,
    occasion: where === undefined ? undefined : { id: where, name: where, colour: 'blue', until: null },
  };
}

export function noteOn(personId: string, text: string): Note {
  const typed = {
    byHand: '',
    writtenBy: 'hand',
    readAt: null,
    recordings: [],
    unwritten: [],
    leftOut: [],
    unread: [],
    asides: [],
  } as const;
  const writtenAt = '2026-11-22T18:50:00.000Z';
  return { id: `note-${++made}`, personId, text, writtenAt, ...typed };
}
