import { type Occasion, rowToOccasion } from '../../domain/occasion.ts';
import { type Person, rowToPerson } from '../../domain/person.ts';
import { type Preference, valuesToPreference } from '../../domain/preference.ts';
import { preferenceId } from '../../domain/table-words.ts';
import type { StoreContext } from '../context.ts';
import type { AgendaEntry } from '../database.ts';
import { isStoredDeleted } from '../stored-row.ts';

export interface Planned {
  readonly entry: AgendaEntry;
  readonly person: Person;
  readonly occasion: Occasion | undefined;
}

/** What the days to come hold, as far as it has been worked out (agenda/refresh-agenda.ts). For live queries. */
export function agendaQueries({ db }: StoreContext) {
  const withPeople = async (entries: readonly AgendaEntry[]): Promise<Planned[]> => {
    const people = await db.person.bulkGet(entries.map(({ id }) => id));
    const ids = [...new Set(people.map((row) => String(row?.values['occasion'] ?? '')))];
    const rows = await db.occasion.bulkGet(ids);
    const occasions = new Map(ids.map((id, place) => [id, rows[place]]));
    return entries.flatMap((entry, place) => {
      const row = people[place];
      if (row === undefined || isStoredDeleted(row)) return [];
      const occasion = occasions.get(String(row.values['occasion'] ?? ''));
      return [{ entry, person: rowToPerson(row), occasion: occasion && rowToOccasion(occasion) }];
    });
  };
  return {
    /** How many wait to be worked out: ask `refreshAgenda` while there are any. */
    countStale: () => db.stale.count(),

    /** Who is due on that day or before it, the longest due first. Days are of each person's own zone. */
    async listDue(until: string, limit = Number.POSITIVE_INFINITY): Promise<Planned[]> {
      const due = db.agenda.where('dueOn').belowOrEqual(until);
      return withPeople(await (Number.isFinite(limit) ? due.limit(limit) : due).sortBy('dueOn'));
    },

    countDue: (until: string) => db.agenda.where('dueOn').belowOrEqual(until).count(),

    /** Whom nobody has looked at since they were met, the earliest met first. */
    async listUnreviewed(): Promise<Planned[]> {
      return withPeople(await db.agenda.orderBy('unreviewed').toArray());
    },

    countUnreviewed: () => db.agenda.orderBy('unreviewed').count(),

    /** Whose details are to be remembered by then (ISO 8601), the longest waiting first. */
    async listToRecall(until: string, limit: number): Promise<Planned[]> {
      return withPeople(await db.agenda.where('recallAt').belowOrEqual(until).limit(limit).toArray());
    },

    async readPlan(personId: string): Promise<AgendaEntry | undefined> {
      return db.agenda.get(personId);
    },

    async readPreference(): Promise<Preference> {
      const row = await db.preference.get(preferenceId);
      return valuesToPreference(row === undefined || isStoredDeleted(row) ? {} : row.values);
    },
  };
}
