import { personLabel, rowToPerson } from '../../domain/person.ts';
import type { FieldProblem } from '../../domain/tables.ts';
import type { SyncFacts } from '../../sync/status.ts';
import type { StoreContext } from '../context.ts';
import { type MetaValues, readMeta } from '../meta.ts';

/** An edit that the contact database would not take, in words. */
export interface RefusedEdit {
  readonly stamp: string;
  readonly about: string;
  readonly personId: string | undefined;
  readonly problems: readonly FieldProblem[];
}

/** More than so many are not counted: the corner has no room for it, and the outbox may hold 50,000. */
export const countedSubjects = 1_000;

/** What this device keeps about where things are. */
export function safetyQueries({ db }: StoreContext) {
  return {
    async readSyncFacts(): Promise<Omit<SyncFacts, 'isOnline' | 'isOutdated'>> {
      const [subjects, refused, connection, position] = await Promise.all([
        db.outbox.where('subject').above('').limit(countedSubjects).uniqueKeys(),
        db.parked.count(),
        readMeta(db, 'connection'),
        readMeta(db, 'position'),
      ]);
      return {
        waiting: subjects.length,
        refused,
        connection: connection === undefined ? 'none' : connection.isSignedIn ? 'signed-in' : 'signed-out',
        completeAtMs: position?.completeAtMs,
      };
    },
    async listRefused(): Promise<RefusedEdit[]> {
      const entries = await db.parked.toArray();
      const people = await db.person.bulkGet(entries.map((entry) => entry.subject));
      return entries.map((entry, index) => {
        const row = people[index];
        const about =
          row === undefined ? entry.edit.table : personLabel(rowToPerson({ table: 'person', ...row }));
        return { stamp: entry.stamp, about, personId: row?.id, problems: entry.problems };
      });
    },
    /** What the contact database would not take, whole, with its reasons. */
    exportRefused: () => db.parked.toArray(),
    /** True from when everything was sent to a contact database again until somebody has read that. */
    isRefillNews: async (): Promise<boolean> => (await readMeta(db, 'refill'))?.isRead === false,
    readConnection: (): Promise<MetaValues['connection'] | undefined> => readMeta(db, 'connection'),
    readPersistence: (): Promise<MetaValues['persistence'] | undefined> => readMeta(db, 'persistence'),
    readRegion: async (): Promise<string | undefined> => (await readMeta(db, 'region'))?.code,
  };
}
