import { rowToNote } from '../../domain/note.ts';
import { rowToOccasion } from '../../domain/occasion.ts';
import { type Person, rowToPerson } from '../../domain/person.ts';
import type { LeavingRow } from './read-leaving-rows.ts';

export interface LeavingPerson {
  readonly person: Person;
  /** Where you met; empty when nobody said. */
  readonly occasion: string;
  /** The oldest first. */
  readonly notes: readonly string[];
}

/** The people among rows that may leave, by name. */
export function collectPeople(rows: readonly LeavingRow[]): LeavingPerson[] {
  const occasions = new Map<string | null, string>();
  const notesByPerson = new Map<string, string[]>();
  for (const row of rows) {
    if (row.table === 'occasion') occasions.set(row.id, rowToOccasion(row).name);
    if (row.table !== 'note') continue;
    const { personId, text } = rowToNote(row);
    notesByPerson.set(personId, [...(notesByPerson.get(personId) ?? []), text]);
  }
  return rows
    .filter(({ table }) => table === 'person')
    .map((row) => rowToPerson(row))
    .map((person) => ({
      person,
      occasion: occasions.get(person.occasionId) ?? '',
      notes: notesByPerson.get(person.id) ?? [],
    }))
    .sort((a, b) => collator.compare(a.person.name, b.person.name));
}

const collator = new Intl.Collator();
