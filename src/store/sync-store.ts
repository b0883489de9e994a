import { mergeRows } from '../domain/merge.ts';
import type { Edit, Row } from '../domain/row.ts';
import { type ClockReading, observeStamp } from '../domain/stamp.ts';
import { tableNames } from '../domain/tables.ts';
import type { SyncResponse } from '../protocol/sync.ts';
import { type WireRow, wireToRow } from '../protocol/wire-row.ts';
import type { SyncStore } from '../sync/ports.ts';
import type { StoreContext } from './context.ts';
import type { JustmetDatabase } from './database.ts';
import { enqueueEverything } from './enqueue-everything.ts';
import { readMeta, writeMeta } from './meta.ts';
import { readDevice } from './write-edit.ts';

/** The sync engine's port onto the device's database. */
export function createSyncStore(context: StoreContext): SyncStore {
  const { db } = context;
  return {
    readPosition: () =>
      db.transaction('rw', db.meta, async () => {
        const connection = await readMeta(db, 'connection');
        if (connection?.isSignedIn !== true) return undefined;
        const position = await readMeta(db, 'position');
        const device = await readDevice(context);
        const { head = null, cursor = 0 } = position ?? {};
        return { account: connection.accountId, device, head, cursor };
      }),
    readBatch: (limits) => readBatch(db, limits),
    settle: (response, isHistoryLost, account) =>
      db.transaction('rw', db.rowTables(), async () => {
        if ((await readMeta(db, 'connection'))?.accountId !== account) return;
        const rows = response.rows.map(wireToRow);
        await settleOutbox(db, response);
        // Before the merge: what it overwrites here may be nowhere else any more.
        if (isHistoryLost) await refill(context, response.acknowledged);
        await mergeIntoTables(db, rows);
        await keepEarlier(db, response.rows);
        await observeRows(db, rows);
        await writePosition(context, response, isHistoryLost);
      }),
    markSignedOut: (account) =>
      db.transaction('rw', db.meta, async () => {
        const connection = await readMeta(db, 'connection');
        if (connection?.accountId === account)
          await writeMeta(db, 'connection', { ...connection, isSignedIn: false });
      }),
  };
}

/** Everything goes out again, and the person is told. Nothing to tell where there is nothing. */
async function refill({ db, nowMs }: StoreContext, acknowledged: readonly string[]): Promise<void> {
  await enqueueEverything(db, acknowledged);
  if ((await db.person.count()) > 0) await writeMeta(db, 'refill', { atMs: nowMs(), isRead: false });
}

async function readBatch(db: JustmetDatabase, limits: { edits: number; bytes: number }): Promise<Edit[]> {
  const encoder = new TextEncoder();
  const entries = await db.outbox.orderBy('stamp').limit(limits.edits).toArray();
  let bytes = 0;
  const overfull = entries.findIndex(({ edit }, index) => {
    bytes += encoder.encode(JSON.stringify(edit)).length;
    return index > 0 && bytes > limits.bytes;
  });
  return (overfull < 0 ? entries : entries.slice(0, overfull)).map(({ edit }) => edit);
}

/** Acknowledgement is by stamp: whatever was saved meanwhile stays (sync.md S-6). */
async function settleOutbox(db: JustmetDatabase, response: SyncResponse): Promise<void> {
  await deleteAcknowledged(db, [...response.acknowledged].sort());
  for (const { stamp, problems } of response.refused) {
    const entry = await db.outbox.get(stamp);
    if (entry === undefined) continue;
    await db.parked.put({ ...entry, problems });
    await db.outbox.delete(stamp);
  }
}

/** A whole stretch of the outbox goes as one range, several times as fast as key by key. */
async function deleteAcknowledged(db: JustmetDatabase, stamps: readonly string[]): Promise<void> {
  const [first, last] = [stamps[0], stamps.at(-1)];
  if (first === undefined || last === undefined) return;
  const stretch = db.outbox.where('stamp').between(first, last, true, true);
  const present = await stretch.primaryKeys();
  const isWhole =
    present.length === stamps.length && present.every((stamp, index) => stamp === stamps[index]);
  if (isWhole) await stretch.delete();
  else await db.outbox.bulkDelete([...stamps]);
}

/** The later stamp wins each field, so newer edits made here are spared (sync.md S-14). */
async function mergeIntoTables(db: JustmetDatabase, rows: readonly Row[]): Promise<void> {
  for (const table of tableNames) {
    const arrived = rows.filter((row) => row.table === table);
    if (arrived.length === 0) continue;
    const present = await db.rows(table).bulkGet(arrived.map((row) => row.id));
    const known = present.flatMap((mine): Row[] => (mine === undefined ? [] : [{ table, ...mine }]));
    const rowsById = new Map<string, Row>();
    for (const row of [...known, ...arrived]) {
      const mine = rowsById.get(row.id);
      rowsById.set(row.id, mine === undefined ? row : mergeRows(mine, row));
    }
    const merged = [...rowsById.values()].map(({ id, values, stamps }) => ({ id, values, stamps }));
    await db.rows(table).bulkPut(merged);
  }
}

/** A pulled row brings all that lost to its present values, so it takes the place of what was known. */
async function keepEarlier(db: JustmetDatabase, rows: readonly WireRow[]): Promise<void> {
  const entries = rows.flatMap(({ id, earlier = [] }) => earlier.map((value) => ({ row: id, ...value })));
  if (entries.length === 0 && (await db.earlier.count()) === 0) return;
  await db.earlier
    .where('row')
    .anyOf(rows.map(({ id }) => id))
    .delete();
  await db.earlier.bulkPut(entries);
}

/** From here on every edit of this device is later than all that it has seen (sync.md S-1). */
async function observeRows(db: JustmetDatabase, rows: readonly Row[]): Promise<void> {
  const stamps = rows.flatMap((row) => Object.values(row.stamps));
  const clock = stamps.reduce<ClockReading | undefined>(observeStamp, await readMeta(db, 'clock'));
  if (clock !== undefined) await writeMeta(db, 'clock', clock);
}

async function writePosition(context: StoreContext, response: SyncResponse, isLost: boolean): Promise<void> {
  const { db } = context;
  const isComplete = !isLost && !response.more && (await db.outbox.count()) === 0;
  const before = await readMeta(db, 'position');
  const completeAtMs = isComplete ? context.nowMs() : before?.completeAtMs;
  await writeMeta(db, 'position', {
    head: response.head,
    cursor: response.cursor,
    // More to pull: whatever was complete before is not now (sync.md S-16).
    ...(completeAtMs === undefined || isLost || response.more ? {} : { completeAtMs }),
  });
}
