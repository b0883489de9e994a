import { rowToNote } from '../../domain/note.ts';
import { rowToOccasion } from '../../domain/occasion.ts';
import { type Person, rowToPerson } from '../../domain/person.ts';
import type { Leaving } from './open-leaving.ts';

export interface LeavingPerson {
  readonly person: Person;
  /** Where you met; empty when nobody said. */
  readonly occasion: string;
  /** The oldest first. */
  readonly notes: readonly string[];
}

/** Everybody who may leave, by name. */
export async function collectPeople(leaving: Leaving): Promise<LeavingPerson[]> {
  const occasions = new Map<string | null, string>();
  for await (const row of leaving.rows('occasion')) occasions.set(row.id, rowToOccasion(row).name);
  const notesByPerson = new Map<string, string[]>();
  for await (const row of leaving.rows('note')) {
    const { personId, text } = rowToNote(row);
    notesByPerson.set(personId, [...(notesByPerson.get(personId) ?? []), text]);
  }
  const people: LeavingPerson[] = [];
  for await (const row of leaving.rows('person')) {
    const person = rowToPerson(row);
    const occasion = occasions.get(person.occasionId) ?? '';
    people.push({ person, occasion, notes: notesByPerson.get(person.id) ?? [] });
  }
  return people.sort((a, b) => collator.compare(a.person.name, b.person.name));
}

const collator = new Intl.Collator();
