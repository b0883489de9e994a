import { memberOf } from '../domain/row.ts';
import { stampToDevice } from '../domain/stamp.ts';
import type { FieldProblem } from '../domain/tables.ts';
import type { SyncResponse } from '../protocol/sync.ts';
import type { SyncPosition } from '../sync/ports.ts';
import type { StoreContext } from './context.ts';
import type { JustmetDatabase, OutboxEntry } from './database.ts';
import { refillDatabase } from './enqueue-everything.ts';
import { keepEarlier, mergeIntoTables, observeRows } from './merge-rows-in.ts';
import { type MetaValues, readStanding, type Standing, writeMeta } from './meta.ts';
import { storedToRow } from './stored-row.ts';
import { readDevice } from './write-edit.ts';

/**
 * One answer, within a transaction over all rows. What does not depend on each other is asked for at once:
 * each time that IndexedDB is waited for costs a slow phone as much as the reading itself.
 */
export async function takeAnswerIn(
  context: StoreContext,
  response: SyncResponse,
  isHistoryLost: boolean,
  account: string,
): Promise<SyncPosition | undefined> {
  const { db } = context;
  const [standing, oldest] = await Promise.all([
    readStanding(db),
    db.outbox.limit(response.acknowledged.length + 1).primaryKeys(),
  ]);
  if (standing.connection?.accountId !== account) return toPosition(context, standing);
  const taken = isHistoryLost ? await db.outbox.bulkGet([...response.acknowledged]) : [];
  const isEmpty = await settleOutbox(db, response, oldest);
  // Before the merge: what it overwrites here may be nowhere else any more.
  if (isHistoryLost) {
    const edits = taken.flatMap((entry) => (entry === undefined ? [] : [entry.edit]));
    await refillDatabase(context, edits);
  }
  const isComplete = isEmpty && !isHistoryLost && !response.more;
  const completeAtMs = isComplete ? context.nowMs() : standing.position?.completeAtMs;
  const { head, cursor } = response;
  // More to pull: whatever was complete before is not now (sync.md S-16).
  const isOpen = completeAtMs === undefined || isHistoryLost || response.more;
  const position = isOpen ? { head, cursor } : { head, cursor, completeAtMs };
  await Promise.all([
    mergeIntoTables(db, response.rows),
    keepEarlier(db, response.rows),
    observeRows(db, response.rows, standing.clock),
    writeMeta(db, 'position', position),
  ]);
  return toPosition(context, { ...standing, position });
}

/** Within a transaction over `meta`, since a device that has no id yet draws it. */
export async function toPosition(
  context: StoreContext,
  { connection, position, device }: Standing,
): Promise<SyncPosition | undefined> {
  if (connection?.isSignedIn !== true) return undefined;
  const { head, cursor }: MetaValues['position'] = position ?? { head: null, cursor: 0 };
  return { account: connection.accountId, device: device?.id ?? (await readDevice(context)), head, cursor };
}

/**
 * Acknowledgement is by stamp: whatever was saved meanwhile stays (sync.md S-6). `oldest` are the first
 * stamps of the outbox, one more than were acknowledged. Answers whether nothing is left.
 */
async function settleOutbox(
  db: JustmetDatabase,
  { acknowledged, refused }: SyncResponse,
  oldest: readonly string[],
): Promise<boolean> {
  const stamps = [...acknowledged].sort();
  if (refused.length === 0 && isBeginning(stamps, oldest)) {
    await deleteStretch(db, stamps);
    return oldest.length === stamps.length;
  }
  await deleteAcknowledged(db, stamps);
  for (const { stamp, problems } of refused) {
    const entry = await db.outbox.get(stamp);
    if (entry === undefined || (await takeMended(db, entry, problems))) continue;
    await db.parked.put({ ...entry, problems });
    await db.outbox.delete(stamp);
  }
  return (await db.outbox.limit(1).primaryKeys()).length === 0;
}

function isBeginning(stamps: readonly string[], oldest: readonly string[]): boolean {
  return stamps.every((stamp, index) => stamp === oldest[index]);
}

/** A whole stretch of the outbox goes as one range, several times as fast as key by key. */
async function deleteAcknowledged(db: JustmetDatabase, stamps: readonly string[]): Promise<void> {
  const [first, last] = [stamps[0], stamps.at(-1)];
  if (first === undefined || last === undefined) return;
  const present = await db.outbox.where('stamp').between(first, last, true, true).primaryKeys();
  const isWhole = present.length === stamps.length && isBeginning(stamps, present);
  if (isWhole) await deleteStretch(db, stamps);
  else await db.outbox.bulkDelete([...stamps]);
}

/** From the first to the last of `stamps`: nothing else may lie between them. */
async function deleteStretch(db: JustmetDatabase, stamps: readonly string[]): Promise<void> {
  const [first, last] = [stamps[0], stamps.at(-1)];
  if (first === undefined || last === undefined) return;
  await db.outbox.where('stamp').between(first, last, true, true).delete();
}

/**
 * True where all that was refused has been put right while the request was on its way: its row holds a later
 * value, given here. What is left of the edit stays in the outbox, to be asked for by itself.
 */
async function takeMended(
  db: JustmetDatabase,
  { stamp, edit, subject }: OutboxEntry,
  problems: readonly FieldProblem[],
): Promise<boolean> {
  const row = await db.rows(edit.table).get(edit.id);
  const stamps = row === undefined ? {} : storedToRow(edit.table, row).stamps;
  const names = new Set(problems.map(({ field }) => field.split('.')[0] ?? field));
  const isMended = (name: string) => {
    const later = memberOf(stamps, name) ?? '';
    const isFromHere = stampToDevice(later) === stampToDevice(stamp);
    return later > stamp && (isFromHere || !Object.hasOwn(edit.values, name));
  };
  if (names.size === 0 || ![...names].every(isMended)) return false;
  const left = Object.entries(edit.values).filter(([name]) => !names.has(name));
  if (left.length === 0) await db.outbox.delete(stamp);
  else await db.outbox.put({ stamp, subject, edit: { ...edit, values: Object.fromEntries(left) } });
  return true;
}
