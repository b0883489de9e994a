import { mergeRows } from '../domain/merge.ts';
import type { Row, TableName } from '../domain/row.ts';
import { type ClockReading, observeStamp, type Stamp } from '../domain/stamp.ts';
import { tableNames } from '../domain/tables.ts';
import type { WireRow } from '../protocol/wire-row.ts';
import type { JustmetDatabase } from './database.ts';
import { writeMeta } from './meta.ts';

/** The later stamp wins each field, so newer edits made here are spared (sync.md S-14). Within a transaction. */
export async function mergeIntoTables(db: JustmetDatabase, rows: readonly Row[]): Promise<void> {
  await Promise.all(
    tableNames.map(async (table) => {
      const arrived = rows.filter((row) => row.table === table);
      if (arrived.length > 0) await mergeIntoTable(db, table, arrived);
    }),
  );
}

async function mergeIntoTable(db: JustmetDatabase, table: TableName, arrived: readonly Row[]): Promise<void> {
  const known = await loadPresent(db, table, arrived.map((row) => row.id).sort());
  const rowsById = new Map<string, Row>();
  for (const row of [...known, ...arrived]) {
    const mine = rowsById.get(row.id);
    rowsById.set(row.id, mine === undefined ? row : mergeRows(mine, row));
  }
  const merged = [...rowsById.values()].map(({ id, values, stamps }) => ({ id, values, stamps }));
  await db.rows(table).bulkPut(merged);
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
  rows: readonly Row[],
  seen: ClockReading | undefined,
): Promise<void> {
  // Stamps sort as their readings do: the last one says it all.
  let latest: Stamp = '';
  for (const row of rows) {
    for (const stamp of Object.values(row.stamps)) if (stamp > latest) latest = stamp;
  }
  if (latest !== '') await writeMeta(db, 'clock', observeStamp(seen, latest));
}
