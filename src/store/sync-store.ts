import { mergeRows } from '../domain/merge.ts';
import { type Edit, memberOf, type Row, type TableName } from '../domain/row.ts';
import { type ClockReading, observeStamp } from '../domain/stamp.ts';
import { type FieldProblem, tableNames } from '../domain/tables.ts';
import type { SyncResponse } from '../protocol/sync.ts';
import { type WireRow, wireToRow } from '../protocol/wire-row.ts';
import type { BatchLimits, SyncStore } from '../sync/ports.ts';
import type { StoreContext } from './context.ts';
import type { JustmetDatabase, OutboxEntry } from './database.ts';
import { refillDatabase } from './enqueue-everything.ts';
import { readMeta, writeMeta } from './meta.ts';
import { readDevice } from './write-edit.ts';

/** UTF-8 of one UTF-16 unit. */
const maxBytesPerUnit = 3;

/** The sync engine's port onto the device's database. */
export function createSyncStore(context: StoreContext): SyncStore {
  const { db } = context;
  return {
    readPosition: () =>
      db.transaction('rw', db.meta, async () => {
        const [connection, position] = await Promise.all([
          readMeta(db, 'connection'),
          readMeta(db, 'position'),
        ]);
        if (connection?.isSignedIn !== true) return undefined;
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
        if (isHistoryLost) await refillDatabase(context, response.acknowledged);
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

/** Acknowledgement is by stamp: whatever was saved meanwhile stays (sync.md S-6). */
async function settleOutbox(db: JustmetDatabase, response: SyncResponse): Promise<void> {
  await deleteAcknowledged(db, [...response.acknowledged].sort());
  for (const { stamp, problems } of response.refused) {
    const entry = await db.outbox.get(stamp);
    if (entry === undefined || (await isMended(db, entry, problems))) continue;
    await db.parked.put({ ...entry, problems });
    await db.outbox.delete(stamp);
  }
}

/**
 * What was refused has been put right while the request was on its way: the field is not in the edit any
 * more, and its row holds a later value. What is left of the edit is asked for by itself.
 */
async function isMended(
  db: JustmetDatabase,
  { stamp, edit }: OutboxEntry,
  problems: readonly FieldProblem[],
): Promise<boolean> {
  const row = await db.rows(edit.table).get(edit.id);
  return (
    problems.length > 0 &&
    problems.every(({ field }) => {
      const name = field.split('.')[0] ?? field;
      return !Object.hasOwn(edit.values, name) && (memberOf(row?.stamps ?? {}, name) ?? '') > stamp;
    })
  );
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
    const known = await loadPresent(db, table, arrived.map((row) => row.id).sort());
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

/**
 * Those of the rows that are here already. Ids sort by the time that they were made, so on a new device and
 * for new rows there is nothing between the first and the last: one count says what 500 reads would.
 */
async function loadPresent(db: JustmetDatabase, table: TableName, ids: readonly string[]): Promise<Row[]> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return [];
  const stretch = db.rows(table).where('id').between(first, last, true, true);
  const count = await stretch.count();
  if (count === 0) return [];
  const present = count <= ids.length ? await stretch.toArray() : await db.rows(table).bulkGet([...ids]);
  const wanted = new Set(ids);
  return present.flatMap((mine): Row[] => (mine && wanted.has(mine.id) ? [{ table, ...mine }] : []));
}

/** From here on every edit of this device is later than all that it has seen (sync.md S-1). */
async function observeRows(db: JustmetDatabase, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const stamps = rows.flatMap((row) => Object.values(row.stamps));
  const clock = stamps.reduce<ClockReading | undefined>(observeStamp, await readMeta(db, 'clock'));
  if (clock !== undefined) await writeMeta(db, 'clock', clock);
}

async function writePosition(context: StoreContext, response: SyncResponse, isLost: boolean): Promise<void> {
  const { db } = context;
  const [left, before] = await Promise.all([db.outbox.limit(1).primaryKeys(), readMeta(db, 'position')]);
  const isComplete = !isLost && !response.more && left.length === 0;
  const completeAtMs = isComplete ? context.nowMs() : before?.completeAtMs;
  await writeMeta(db, 'position', {
    head: response.head,
    cursor: response.cursor,
    // More to pull: whatever was complete before is not now (sync.md S-16).
    ...(completeAtMs === undefined || isLost || response.more ? {} : { completeAtMs }),
  });
}
