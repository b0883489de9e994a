import type { Note } from '../../domain/note.ts';
import { type Occasion, rowToOccasion } from '../../domain/occasion.ts';
import { type Person, rowToPerson } from '../../domain/person.ts';
import { noteDraft } from '../actions/drafts.ts';
import type { StoreContext } from '../context.ts';
import { isUnconfirmed } from '../is-unconfirmed.ts';
import { toMeetings } from '../merge/to-meetings.ts';
import { isStoredDeleted, type StoredRow } from '../stored-row.ts';
import { rowsToNotes } from './rows-to-notes.ts';

export interface PersonMet {
  readonly person: Person;
  /** Where you met; undefined when that was not written down. */
  readonly occasion: Occasion | undefined;
}

export interface PersonPage extends PersonMet {
  /** Latest first. */
  readonly notes: readonly Note[];
  readonly isDeleted: boolean;
  /** Edits and files about this person that are not in the contact database. */
  readonly waiting: number;
  /** True while a note about this person is typed and not kept. */
  readonly hasDraft: boolean;
}

export function peopleQueries(context: StoreContext) {
  const { db } = context;
  return {
    /** Everybody, latest met first. */
    async listPeople(): Promise<PersonMet[]> {
      const [rows, occasions] = await Promise.all([db.person.toArray(), readOccasions(context)]);
      const people = rows.flatMap((row) => rowToPersonMet(row, occasions));
      return people.sort((a, b) => (a.person.metAt < b.person.metAt ? 1 : -1));
    },

    /** Who was met in [fromIso, toIso), latest first; not those out of a file, whom nobody met. */
    async listPeopleMet(fromIso: string, toIso: string): Promise<PersonMet[]> {
      const [rows, occasions] = await Promise.all([
        db.person.where('values.metAt').between(fromIso, toIso).sortBy('values.metAt'),
        readOccasions(context),
      ]);
      const met = await toMeetings(
        db,
        rows.filter(({ values }) => values['isImported'] !== true),
      );
      return met.reverse().flatMap((row) => rowToPersonMet(row, occasions));
    },

    /** Undefined when there is no such person on this device. */
    async readPerson(id: string): Promise<PersonPage | undefined> {
      const row = await db.person.get(id);
      if (row === undefined) return undefined;
      const person = rowToPerson(row);
      const [occasion, notes, files, waiting, parked, contents, drafts] = await Promise.all([
        person.occasionId === null ? undefined : db.occasion.get(person.occasionId),
        db.note.where('values.person').equals(id).toArray(),
        db.file.where('values.person').equals(id).toArray(),
        db.outbox.where('subject').equals(id).count(),
        db.parked.where('subject').equals(id).count(),
        db.content.where('person').equals(id).toArray(),
        db.draft
          .where('id')
          .startsWith(`${noteDraft(id)}@`)
          .count(),
      ]);
      return {
        person,
        occasion: occasion && rowToOccasion(occasion),
        notes: rowsToNotes(notes, files).sort((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1)),
        isDeleted: isStoredDeleted(row),
        waiting: waiting + parked + contents.filter(isUnconfirmed).length,
        hasDraft: drafts > 0,
      };
    },
  };
}

async function readOccasions({ db }: StoreContext): Promise<ReadonlyMap<string, Occasion>> {
  const rows = await db.occasion.toArray();
  return new Map(rows.map((row) => [row.id, rowToOccasion(row)]));
}

function rowToPersonMet(row: StoredRow, occasions: ReadonlyMap<string, Occasion>): PersonMet[] {
  if (isStoredDeleted(row)) return [];
  const person = rowToPerson(row);
  return [{ person, occasion: occasions.get(person.occasionId ?? '') }];
}
