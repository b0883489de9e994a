import { mergeRows } from '../domain/merge.ts';
import type { TableName } from '../domain/row.ts';
import { type ClockReading, observeStamp, type Stamp } from '../domain/stamp.ts';
import { tableNames } from '../domain/table-words.ts';
import { type WireRow, wireToRow } from '../protocol/wire-row.ts';
import { markStale } from './agenda/mark-stale.ts';
import type { JustmetDatabase } from './database.ts';
import { writeMeta } from './meta.ts';
import { rowToStored, type StoredRow, storedToRow } from './stored-row.ts';

/** Putting one down takes a slow phone a third of a millisecond. */
const rowsAtOnce = 500;

/** The later stamp wins each field, so newer edits made here are spared (sync.md S-14). Within a transaction. */
export async function mergeIntoTables(db: JustmetDatabase, rows: readonly WireRow[]): Promise<void> {
  await Promise.all(
    tableNames.map(async (table) => {
      const arrived = rows.filter((row) => row.table === table);
      if (arrived.length > 0) await mergeIntoTable(db, table, arrived);
    }),
  );
}

async function mergeIntoTable(
  db: JustmetDatabase,
  table: TableName,
  arrived: readonly WireRow[],
): Promise<void> {
  const known = await loadPresent(db, table, arrived.map((row) => row.id).sort());
  const storedById = new Map(known.map((stored) => [stored.id, stored]));
  for (const wire of arrived) {
    const mine = storedById.get(wire.id);
    storedById.set(wire.id, mine === undefined ? wireToStored(wire) : mergeStored(table, mine, wire));
  }
  const merged = [...storedById.values()];
  // In between, somebody who types is heard.
  for (let start = 0; start < merged.length; start += rowsAtOnce)
    await db.rows(table).bulkPut(merged.slice(start, start + rowsAtOnce));
  await markStale(db, table, merged);
}

/** What is new here is kept as it came. */
function wireToStored({ id, stamp, values, stamps }: WireRow): StoredRow {
  return stamps === undefined ? { id, stamp, values } : { id, stamp, values, stamps };
}

function mergeStored(table: TableName, mine: StoredRow, wire: WireRow): StoredRow {
  return rowToStored(mergeRows(storedToRow(table, mine), wireToRow(wire)));
}

/**
 * Those of the rows that are here already. Ids sort by the time that they were made, so on a new device and
 * for new rows there is nothing between the first and the last: one count says what 500 reads would.
 */
async function loadPresent(
  db: JustmetDatabase,
  table: TableName,
  ids: readonly string[],
): Promise<StoredRow[]> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return [];
  const stretch = db.rows(table).where('id').between(first, last, true, true);
  const count = await stretch.count();
  if (count === 0) return [];
  const present = count <= ids.length ? await stretch.toArray() : await db.rows(table).bulkGet([...ids]);
  const wanted = new Set(ids);
  return present.flatMap((mine) => (mine && wanted.has(mine.id) ? [mine] : []));
}

/** A pulled row brings all that lost to its present values, so it takes the place of what was known. */
export async function keepEarlier(db: JustmetDatabase, rows: readonly WireRow[]): Promise<void> {
  if (rows.length === 0) return;
  const entries = rows.flatMap(({ id, earlier = [] }) => earlier.map((value) => ({ row: id, ...value })));
  if (entries.length === 0 && (await db.earlier.count()) === 0) return;
  await db.earlier
    .where('row')
    .anyOf(rows.map(({ id }) => id))
    .delete();
  await db.earlier.bulkPut(entries);
}

/** From here on every edit of this device is later than all that it has seen (sync.md S-1). */
export async function observeRows(
  db: JustmetDatabase,
  rows: readonly WireRow[],
  seen: ClockReading | undefined,
): Promise<void> {
  // Stamps sort as their readings do: the last one says it all.
  let latest: Stamp = '';
  for (const { stamp, stamps } of rows) {
    if (stamp > latest) latest = stamp;
    if (stamps === undefined) continue;
    for (const other of Object.values(stamps)) if (other > latest) latest = other;
  }
  if (latest !== '') await writeMeta(db, 'clock', observeStamp(seen, latest));
}
