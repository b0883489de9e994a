import type { Note } from '../../domain/note.ts';
import { groupOccasions, type OccasionGroup } from '../../domain/occasion-group.ts';
import { type Person, rowToPerson, textOf } from '../../domain/person.ts';
import type { StoreContext } from '../context.ts';
import type { AgendaEntry } from '../database.ts';
import { toMeetings } from '../merge/to-meetings.ts';
import { isStoredDeleted, type StoredRow, storedToRow } from '../stored-row.ts';
import { rowsToNotes } from './rows-to-notes.ts';

export interface MetThere {
  readonly person: Person;
  /** Latest first; those that say something. */
  readonly notes: readonly Note[];
  /** When they are due to hear from the agent, where that is known. */
  readonly plan: AgendaEntry | undefined;
}

export interface OccasionPage {
  readonly occasion: OccasionGroup;
  /** Latest met first; no more than were asked for. */
  readonly people: readonly MetThere[];
  /** How many were met there in all. */
  readonly met: number;
}

export interface SoonOccasion {
  readonly occasion: OccasionGroup;
  readonly people: number;
  /** When somebody was last met there, ISO 8601; '' for nobody. */
  readonly lastMetAt: string;
}

/** For live queries. */
export function occasionQueries(context: StoreContext) {
  const { db } = context;
  /** Latest met there first. */
  const listMetThere = async (ids: ReadonlySet<string>): Promise<StoredRow[]> => {
    // An index of occasions would cost every save; all rows at once are read much faster than one by one.
    const rows = await db.person.toArray();
    const there = rows.filter(({ values }) => ids.has(textOf(values['occasion'])));
    const metAt = ({ values }: StoredRow) => textOf(values['metAt']);
    return toMeetings(
      db,
      there.sort((a, b) => (metAt(a) < metAt(b) ? 1 : -1)),
    );
  };
  return {
    /** By the id of any of its rows; undefined where there is no such occasion on this device. `limit`: people. */
    async readOccasion(id: string, limit: number): Promise<OccasionPage | undefined> {
      const occasion = (await readGroups(context)).find(({ ids }) => ids.includes(id));
      if (occasion === undefined) return undefined;
      const rows = await listMetThere(new Set(occasion.ids));
      const people = rows.slice(0, limit).map(rowToPerson);
      const personIds = people.map((person) => person.id);
      const [notes, files, plans] = await Promise.all([
        db.note.where('values.person').anyOf(personIds).toArray(),
        db.file.where('values.person').anyOf(personIds).toArray(),
        db.agenda.bulkGet(personIds),
      ]);
      const notesOf = groupNotes(rowsToNotes(notes, files));
      return {
        occasion,
        met: rows.length,
        people: people.map((person, place) => ({
          person,
          notes: notesOf.get(person.id) ?? [],
          plan: plans[place],
        })),
      };
    },

    /** What is on again on one of these days (`YYYY-MM-DD`), the earlier first. */
    async listSoon(days: readonly string[]): Promise<SoonOccasion[]> {
      const soon = (await readGroups(context)).filter(({ again }) => again !== null && days.includes(again));
      if (soon.length === 0) return [];
      const there = await listMetThere(new Set(soon.flatMap(({ ids }) => ids)));
      const counted = soon.map((occasion) => {
        const rows = there.filter(({ values }) => occasion.ids.includes(textOf(values['occasion'])));
        const lastMetAt =
          rows
            .map(({ values }) => textOf(values['metAt']))
            .sort()
            .at(-1) ?? '';
        return { occasion, people: rows.length, lastMetAt };
      });
      return counted.sort((a, b) => ((a.occasion.again ?? '') < (b.occasion.again ?? '') ? -1 : 1));
    },
  };
}

/** All occasions that count, those of one name as one. */
export async function readGroups({ db }: StoreContext): Promise<OccasionGroup[]> {
  const rows = (await db.occasion.toArray()).filter((row) => !isStoredDeleted(row));
  return groupOccasions(rows.map((row) => storedToRow('occasion', row)));
}

function groupNotes(notes: readonly Note[]): ReadonlyMap<string, Note[]> {
  const byPerson = new Map<string, Note[]>();
  const latestFirst = [...notes].sort((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1));
  for (const note of latestFirst) {
    if (note.text === '') continue;
    const theirs = byPerson.get(note.personId);
    if (theirs === undefined) byPerson.set(note.personId, [note]);
    else theirs.push(note);
  }
  return byPerson;
}
