import { jsonToNextTouch, jsonToRhythm, type NextTouch, type Rhythm } from '../../domain/due/next-touch.ts';
import { type Occasion, rowToOccasion } from '../../domain/occasion.ts';
import { type Person, rowToPerson, textOf } from '../../domain/person.ts';
import { type Alike, type Comparable, findAlike } from '../../exchange/alike/find-alike.ts';
import { apartOf } from '../actions/alike.ts';
import type { StoreContext } from '../context.ts';
import { isUnconfirmed } from '../is-unconfirmed.ts';
import { findStanding } from '../merge/find-standing.ts';
import { putInOrder } from '../merge/who-stays.ts';
import { isStoredDeleted, type StoredRow } from '../stored-row.ts';

/** Somebody in the deck of a review. */
export interface DeckTag {
  readonly person: Person;
  readonly occasion: Occasion | undefined;
  readonly isDone: boolean;
  /** Edits and files about this person that are not in the contact database. */
  readonly waiting: number;
}

/** Somebody with all of which there is one. */
export interface Side extends Comparable {
  readonly occasion: Occasion | undefined;
  readonly next: NextTouch | undefined;
  readonly rhythm: Rhythm | undefined;
  readonly zone: string;
  readonly notes: number;
}

/** Two who may be one, or live together; `stays` was met first. */
export interface AlikePair extends Alike<Side> {
  readonly stays: Side;
  readonly goes: Side;
}

/** The prefix of what is typed as an answer about somebody. */
export const answerDraft = (personId: string, question: string) => `ask/${personId}/${question}`;

/** For live queries of the evening's review. */
export function reviewQueries({ db }: StoreContext) {
  const readOccasion = async (row: StoredRow) => {
    const found = await db.occasion.get(textOf(row.values['occasion']));
    return found && rowToOccasion(found);
  };
  const toSide = async (row: StoredRow): Promise<Side> => ({
    ...toComparable(row),
    occasion: await readOccasion(row),
    next: jsonToNextTouch(row.values['next']),
    rhythm: jsonToRhythm(row.values['rhythm']),
    zone: textOf(row.values['zone']),
    notes: await db.note.where('values.person').equals(row.id).count(),
  });
  const countWaiting = async (id: string) => {
    const [edits, parked, contents] = await Promise.all([
      db.outbox.where('subject').equals(id).count(),
      db.parked.where('subject').equals(id).count(),
      db.content.where('person').equals(id).toArray(),
    ]);
    return edits + parked + contents.filter(isUnconfirmed).length;
  };
  return {
    /** In their order. In the place of somebody who was put into another stands the other, once; nobody for who was deleted. */
    async listDeck(ids: readonly string[]): Promise<DeckTag[]> {
      const standing = await Promise.all(ids.map((id) => findStanding(db, id)));
      const rows = await db.person.bulkGet([...new Set(standing)]);
      const present = rows.flatMap((row) => (row === undefined || isStoredDeleted(row) ? [] : row));
      return Promise.all(
        present.map(async (row) => ({
          person: rowToPerson(row),
          occasion: await readOccasion(row),
          isDone: textOf(row.values['lookedAt']) !== '',
          waiting: await countWaiting(row.id),
        })),
      );
    },

    /** Who somebody may be, or may live with: the likeliest first. Reads everybody. */
    async listAlike(personId: string): Promise<AlikePair[]> {
      const rows = (await db.person.toArray()).filter((row) => !isStoredDeleted(row));
      const own = rows.find(({ id }) => id === personId);
      if (own === undefined) return [];
      const rowById = new Map(rows.map((row) => [row.id, row]));
      const found = findAlike(toComparable(own), rows.map(toComparable)).slice(0, shownAtMost);
      return Promise.all(
        found.map(async (alike) => {
          const row = rowById.get(alike.other.person.id) ?? own;
          const order = putInOrder(own, row);
          const [stays, goes] = await Promise.all([toSide(order.stays), toSide(order.goes)]);
          return { ...alike, other: row === order.stays ? stays : goes, stays, goes };
        }),
      );
    },

    /** The questions about somebody to which an answer is typed and not kept. */
    async listTypedAnswers(personId: string): Promise<string[]> {
      const prefix = answerDraft(personId, '');
      const ids = await db.draft.where('id').startsWith(prefix).primaryKeys();
      return ids.map((id) => id.slice(prefix.length, id.lastIndexOf('@')));
    },
  };
}

const shownAtMost = 3;

function toComparable(row: StoredRow): Comparable {
  return { person: rowToPerson(row), apart: apartOf(row.values) };
}
