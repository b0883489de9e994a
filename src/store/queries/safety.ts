import { personLabel, rowToPerson, textOf } from '../../domain/person.ts';
import type { FieldProblem } from '../../domain/tables.ts';
import type { SyncFacts } from '../../sync/status.ts';
import type { StoreContext } from '../context.ts';
import type { JustmetDatabase } from '../database.ts';
import { type MetaValues, readMeta } from '../meta.ts';
import { isStoredDeleted } from '../stored-row.ts';

/** An edit that the contact database would not take, in words. */
export interface RefusedEdit {
  /** The edit's stamp, or the file row's id: a name. */
  readonly stamp: string;
  readonly about: string;
  readonly personId: string | undefined;
  readonly problems: readonly FieldProblem[];
}

const fewEntries = 100;
/** More than so many are not counted: the corner has no room for it, and the outbox may hold 50,000. */
export const countedSubjects = 1_000;

/** What this device keeps about where things are. */
export function safetyQueries({ db }: StoreContext) {
  const countWaiting = createWaitingCount(db);
  return {
    /** `isPulling`: an answer has come, and more was left to pull. */
    async readSyncFacts(): Promise<
      Omit<SyncFacts, 'isOnline' | 'isOutdated' | 'isFull'> & { readonly isPulling: boolean }
    > {
      const [waiting, filesWaiting, recordings, refused, filesRefused, connection, position] =
        await Promise.all([
          countWaiting(),
          db.content.where('state').equals('waiting').count(),
          db.recording.count(),
          db.parked.count(),
          db.content.where('state').equals('refused').count(),
          readMeta(db, 'connection'),
          readMeta(db, 'position'),
        ]);
      return {
        // Where there is no database that would have to hear of it, people are counted: not who was deleted, nor a card.
        waiting: connection === undefined ? waiting - (await countNobody(db, waiting)) : waiting,
        // One that is nobody's yet, or is being made, is on this device alone.
        filesWaiting: filesWaiting + recordings,
        refused: refused + filesRefused,
        connection: connection === undefined ? 'none' : connection.isSignedIn ? 'signed-in' : 'signed-out',
        completeAtMs: position?.completeAtMs,
        isPulling: position !== undefined && position.completeAtMs === undefined,
      };
    },
    async listRefused(): Promise<RefusedEdit[]> {
      const [parked, files] = await Promise.all([
        db.parked.toArray(),
        db.content.where('state').equals('refused').toArray(),
      ]);
      const refused = [
        ...parked.map(({ stamp, edit, subject, problems }) => ({
          stamp,
          what: edit.table,
          subject,
          problems,
        })),
        ...files.map(({ id, person }) => ({
          stamp: id,
          what: 'file',
          subject: person,
          problems: [{ field: 'file', detail: 'Its bytes on this phone are damaged' }],
        })),
      ];
      const people = await db.person.bulkGet(refused.map(({ subject }) => subject));
      return refused.map(({ stamp, what, problems }, index) => {
        const row = people[index];
        const about = row === undefined ? what : personLabel(rowToPerson(row));
        return { stamp, about, personId: row?.id, problems };
      });
    },
    /** What the contact database would not take, whole, with its reasons. */
    exportRefused: () => db.parked.toArray(),
    /** What has not arrived in the contact database, whole. */
    exportUnsent: () => db.outbox.toArray(),
    /** True from when everything was sent to a contact database again until somebody has read that. */
    isRefillNews: async (): Promise<boolean> => (await readMeta(db, 'refill'))?.isRead === false,
    readConnection: (): Promise<MetaValues['connection'] | undefined> => readMeta(db, 'connection'),
    /** What people call their devices, by the id in their stamps. */
    async readDeviceNames(): Promise<ReadonlyMap<string, string>> {
      const rows = (await db.device.toArray()).filter((row) => !isStoredDeleted(row));
      return new Map(rows.map(({ values }) => [textOf(values['device']), textOf(values['name'])]));
    },
    readPersistence: (): Promise<MetaValues['persistence'] | undefined> => readMeta(db, 'persistence'),
    readRegion: async (): Promise<string | undefined> => (await readMeta(db, 'region'))?.code,
  };
}

/**
 * Counts subjects, up to `countedSubjects`. The corner asks after every batch that is pushed, and walking
 * that many takes longer than the batch: so the entries that proved "as many as are counted" are
 * remembered. They are those of the last subjects, which are pushed last; while the same are there, so
 * is the answer.
 */
function createWaitingCount(db: JustmetDatabase): () => Promise<number> {
  let proof: { readonly from: string; readonly stamps: readonly string[] } | undefined;
  const stampsFrom = (subject: string) => db.outbox.where('subject').aboveOrEqual(subject).primaryKeys();
  return async () => {
    const known = proof;
    if (known !== undefined && isSame(await stampsFrom(known.from), known.stamps)) return countedSubjects;
    return db.transaction('r', db.outbox, async () => {
      proof = undefined;
      // A cursor walks over all that was ever deleted from an index, reading the few entries does not.
      if ((await db.outbox.count()) <= fewEntries) {
        return countSubjects((await db.outbox.toArray()).map(({ subject }) => subject));
      }
      const subjects = await db.outbox.orderBy('subject').reverse().limit(countedSubjects).uniqueKeys();
      const from = subjects.length === countedSubjects ? subjects.at(-1) : undefined;
      proof = typeof from === 'string' ? { from, stamps: await stampsFrom(from) } : undefined;
      return countSubjects(subjects);
    });
  };
}

/** Without the empty one: nobody waits for the name of a device. */
function countSubjects(subjects: readonly unknown[]): number {
  return new Set(subjects.filter((subject) => subject !== '')).size;
}

/** The deleted, and the agent's own cards, among those who wait, while they are few enough to be counted. */
async function countNobody(db: JustmetDatabase, waiting: number): Promise<number> {
  if (waiting === 0 || waiting >= countedSubjects) return 0;
  return (await db.person.toArray()).filter(isStoredDeleted).length + (await db.profile.count());
}

function isSame(stamps: readonly string[], before: readonly string[]): boolean {
  return stamps.length === before.length && stamps.every((stamp, index) => stamp === before[index]);
}
