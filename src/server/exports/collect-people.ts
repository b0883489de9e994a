import { type FileFacts, rowToFile } from '../../domain/file.ts';
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
  const recordings = await collectRecordings(leaving);
  for await (const row of leaving.rows('note')) {
    const { personId, text } = rowToNote(row, recordings.get(row.id));
    if (text === '') continue;
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

/** The recordings of voice notes, by the note: what was heard in them is its text where nobody wrote another. */
async function collectRecordings(leaving: Leaving): Promise<ReadonlyMap<string, readonly FileFacts[]>> {
  const byNote = new Map<string, FileFacts[]>();
  for await (const row of leaving.rows('file')) {
    const file = rowToFile(row);
    if (file.noteId !== null) byNote.set(file.noteId, [...(byNote.get(file.noteId) ?? []), file]);
  }
  return byNote;
}

const collator = new Intl.Collator();
