import type { Note } from '../../domain/note.ts';
import { type Occasion, rowToOccasion } from '../../domain/occasion.ts';
import { type Person, rowToPerson, textOf } from '../../domain/person.ts';
import type { Stamp } from '../../domain/stamp.ts';
import { touchWays } from '../../domain/tables.ts';
import type { StoreContext } from '../context.ts';
import { isStoredDeleted, type StoredRow, storedToRow } from '../stored-row.ts';
import { rowsToNotes } from './rows-to-notes.ts';

export type TouchWay = (typeof touchWays)[number];

/**
 * `asked`: somebody went to do it, and has not said whether it was done. `put-off`: it was not, or there was no
 * signal. Both have no `at`; what was written last tells them apart, on every device.
 */
export type TouchState = 'asked' | 'put-off' | 'done';

export interface Touch {
  readonly id: string;
  readonly personId: string;
  readonly way: TouchWay;
  /** Of what is followed: its network, or what was typed; otherwise ''. */
  readonly about: string;
  readonly state: TouchState;
  /** Of the last tap: it sorts by time. */
  readonly tapped: Stamp;
  /** When it was done, ISO 8601; null while it is still to do. */
  readonly at: string | null;
}

/** One thing that waits, and all that its words are made of. */
export interface StillToDo {
  readonly touch: Touch;
  readonly person: Person;
  readonly occasion: Occasion | undefined;
  /** Latest first; none where they do not go along. */
  readonly notes: readonly Note[];
}

export function touchQueries({ db }: StoreContext) {
  const readNotes = async (personId: string) => {
    const [notes, files] = await Promise.all(
      [db.note, db.file].map((table) => table.where('values.person').equals(personId).toArray()),
    );
    const spoken = rowsToNotes(notes ?? [], files ?? []).filter(({ text }) => text !== '');
    return spoken.sort((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1));
  };
  return {
    /** What was done with somebody, and what is still to do; first tapped first. */
    async listTouches(personId: string): Promise<Touch[]> {
      const rows = await db.touch.where('values.person').equals(personId).toArray();
      return rows.flatMap(rowToTouch).sort(byTapping);
    },

    /** What waits for a signal, was put off, or was never answered for; first tapped first. */
    async listStillToDo(): Promise<StillToDo[]> {
      const rows = await db.touch.filter(({ values }) => (values['at'] ?? null) === null).toArray();
      const touches = rows.flatMap(rowToTouch).sort(byTapping);
      const people = await db.person.bulkGet(touches.map(({ personId }) => personId));
      const waiting = touches.flatMap((touch, place) => {
        const row = people[place];
        return row === undefined || isStoredDeleted(row) ? [] : [{ touch, person: rowToPerson(row) }];
      });
      return Promise.all(
        waiting.map(async ({ touch, person }) => {
          const occasion = await db.occasion.get(person.occasionId ?? '');
          const notes = touch.way === 'own-mail' ? await readNotes(person.id) : [];
          return { touch, person, occasion: occasion && rowToOccasion(occasion), notes };
        }),
      );
    },
  };
}

/** Nothing for one that was dismissed, or is of a way of a later version. */
export function rowToTouch(stored: StoredRow): Touch[] {
  const { values, stamps, id } = storedToRow('touch', stored);
  const way = touchWays.find((known) => known === values['way']);
  if (way === undefined || isStoredDeleted(stored)) return [];
  const tapped: Stamp = stamps['way'] ?? '';
  const at = textOf(values['at']) || null;
  const waits = (stamps['at'] ?? '') > tapped ? 'put-off' : 'asked';
  const [personId, about] = [textOf(values['person']), textOf(values['about'])];
  return [{ id, personId, way, about, state: at === null ? waits : 'done', tapped, at }];
}

function byTapping(a: Touch, b: Touch): number {
  return a.tapped < b.tapped ? -1 : 1;
}
