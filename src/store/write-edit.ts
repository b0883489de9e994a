import type { Table, Transaction } from 'dexie';
import { makeEdit } from '../domain/make-edit.ts';
import type { Edit, FieldValues, TableName, ValueName } from '../domain/row.ts';
import type { DeviceId, Stamp } from '../domain/stamp.ts';
import { markStale } from './agenda/mark-stale.ts';
import { makeShortId, type StoreContext } from './context.ts';
import { readMeta, writeMeta } from './meta.ts';
import { isStoredDeleted, rowToStored, storedToRow } from './stored-row.ts';

export interface Change {
  readonly table: TableName;
  readonly id: string;
  readonly values: FieldValues;
  /** The person it is about, or the row's own id. */
  readonly subject: string;
  /** Its id has just been made, so there is no row to read. */
  readonly isNew?: boolean;
  /** As in `Edit`. Undefined: all of these fields that are known here. */
  readonly settles?: readonly ValueName[];
}

/**
 * Runs `work` in one strict read-write transaction over everything that an action may touch, so
 * that rows and their outbox entries commit together or not at all (sync.md S-2). `more`: further tables.
 */
export async function writeTogether<T>(
  { db, onSaved }: StoreContext,
  work: (transaction: Transaction) => Promise<T>,
  more: readonly Table[] = [],
): Promise<T> {
  const tables = [...db.rowTables(), db.draft, ...more];
  // Dexie follows native awaits only into a function that is async itself.
  const result = await db.transaction('rw', tables, async (transaction) => work(transaction));
  onSaved();
  return result;
}

/** Within `writeTogether`: stamps a change, merges it into its row, and leaves it in the outbox. Its stamp. */
export async function writeEdit(context: StoreContext, change: Change): Promise<Stamp> {
  const { db } = context;
  const { table, id } = change;
  const [device, seen, stored, earlier] = await Promise.all([
    readDevice(context),
    readMeta(db, 'clock'),
    change.isNew ? undefined : db.rows(table).get(id),
    change.isNew ? [] : db.earlier.where('row').equals(id).toArray(),
  ]);
  const present = stored && storedToRow(table, stored);
  const known = earlier.filter(({ field }) => field in change.values);
  const settles = change.settles ?? known.map(({ field, stamp }) => ({ field, stamp }));
  const { edit, row, clock } = makeEdit({ ...change, present, settles }, seen, context.nowMs(), device);
  await Promise.all([
    writeMeta(db, 'clock', clock),
    db.rows(table).put(rowToStored(row)),
    db.outbox.put({ stamp: edit.stamp, edit, subject: change.subject }),
    markStale(db, table, [row]),
    stored && supersedeParked(context, edit),
  ]);
  return edit.stamp;
}

/** Deleted, or not here at all. Within `writeTogether`. */
export async function isGone({ db }: StoreContext, personId: string): Promise<boolean> {
  const row = await db.person.get(personId);
  return row === undefined || isStoredDeleted(row);
}

/** This device's id, drawn at the first need. Within a transaction over `meta`. */
export async function readDevice(context: StoreContext): Promise<DeviceId> {
  const known = await readMeta(context.db, 'device');
  if (known !== undefined) return known.id;
  const id = makeShortId(context, 10);
  await writeMeta(context.db, 'device', { id });
  return id;
}

/** What was refused and has been changed since needs no second look; the rest of it is tried again. */
async function supersedeParked({ db }: StoreContext, edit: Edit): Promise<void> {
  const parked = await db.parked.where('edit.id').equals(edit.id).toArray();
  for (const { stamp, subject, edit: refused } of parked) {
    const left = Object.entries(refused.values).filter(([field]) => !Object.hasOwn(edit.values, field));
    if (left.length === Object.keys(refused.values).length) continue;
    await db.parked.delete(stamp);
    const values = Object.fromEntries(left);
    if (left.length > 0) await db.outbox.put({ stamp, subject, edit: { ...refused, values } });
  }
}
