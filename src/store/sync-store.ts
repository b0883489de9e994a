import type { Edit } from '../domain/row.ts';
import type { BatchLimits, SyncStore } from '../sync/ports.ts';
import type { StoreContext } from './context.ts';
import type { JustmetDatabase } from './database.ts';
import { readMeta, readStanding, writeMeta } from './meta.ts';
import { takeAnswerIn, toPosition } from './take-answer-in.ts';

/** UTF-8 of one UTF-16 unit. */
const maxBytesPerUnit = 3;

/** The sync engine's port onto the device's database. */
export function createSyncStore(context: StoreContext): SyncStore {
  const { db } = context;
  return {
    readPosition: () =>
      db.transaction('rw', db.meta, async () => toPosition(context, await readStanding(db))),
    readBatch: (limits) => readBatch(db, limits),
    settle: (response, isHistoryLost, account) =>
      db.transaction('rw', db.rowTables(), async () =>
        takeAnswerIn(context, response, isHistoryLost, account),
      ),
    markSignedOut: (account) => markSignedOut(db, account),
  };
}

export function markSignedOut(db: JustmetDatabase, account: string): Promise<void> {
  return db.transaction('rw', db.meta, async () => {
    const connection = await readMeta(db, 'connection');
    if (connection?.accountId === account)
      await writeMeta(db, 'connection', { ...connection, isSignedIn: false });
  });
}

async function readBatch(db: JustmetDatabase, limits: BatchLimits): Promise<Edit[]> {
  const { after = '' } = limits;
  const entries = await db.outbox.where('stamp').above(after).limit(limits.edits).toArray();
  const edits = entries.map(({ edit }) => edit);
  // Counting the bytes of each edit costs as much as the rest of it, and a batch is seldom near the limit.
  if (JSON.stringify(edits).length * maxBytesPerUnit <= limits.bytes) return edits;
  const encoder = new TextEncoder();
  let bytes = 0;
  const overfull = edits.findIndex((edit, index) => {
    bytes += encoder.encode(JSON.stringify(edit)).length;
    return index > 0 && bytes > limits.bytes;
  });
  return overfull < 0 ? edits : edits.slice(0, overfull);
}
