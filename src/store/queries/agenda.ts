import { type Preference, valuesToPreference } from '../../domain/preference.ts';
import { preferenceId } from '../../domain/table-words.ts';
import type { StoreContext } from '../context.ts';
import type { AgendaEntry } from '../database.ts';
import { isStoredDeleted } from '../stored-row.ts';
import { type Planned, planEntries } from './plan-entries.ts';

/** What the days to come hold, as far as it has been worked out (agenda/refresh-agenda.ts). For live queries. */
export function agendaQueries({ db }: StoreContext) {
  const withPeople = (entries: readonly AgendaEntry[]) => planEntries(db, entries);
  return {
    /** How many wait to be worked out: ask `refreshAgenda` while there are any. */
    countStale: () => db.stale.count(),

    /** Who is due on that day or before it, the longest due first. Days are of each person's own zone. */
    async listDue(until: string, limit = Number.POSITIVE_INFINITY): Promise<Planned[]> {
      const due = db.agenda.where('dueOn').belowOrEqual(until);
      return withPeople(await (Number.isFinite(limit) ? due.limit(limit) : due).sortBy('dueOn'));
    },

    /** Whom nobody has looked at since they were met, the earliest met first. */
    async listUnreviewed(): Promise<Planned[]> {
      return withPeople(await db.agenda.orderBy('unreviewed').toArray());
    },

    countUnreviewed: () => db.agenda.orderBy('unreviewed').count(),

    async readPlan(personId: string): Promise<AgendaEntry | undefined> {
      return db.agenda.get(personId);
    },

    async readPreference(): Promise<Preference> {
      const row = await db.preference.get(preferenceId);
      return valuesToPreference(row === undefined || isStoredDeleted(row) ? {} : row.values);
    },
  };
}
