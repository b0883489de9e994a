import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { RowTable } from '../schema.ts';
import { prepareStatement } from './prepare-statement.ts';

/** Fewer calls into SQLite: a row takes a fifth less than alone. */
const rowsAStatement = 20;
const rowColumns = ['account_id', 'id', 'table', 'seq', 'stamp', 'values', 'stamps', 'deleted'] as const;

export function prepareUpsert(database: DatabaseSyncInstance): (entries: readonly RowTable[]) => void {
  const upsertMany = prepareStatement(database, upsertText(rowsAStatement));
  const upsertOne = prepareStatement(database, upsertText(1));
  return (entries) => {
    const inParts = entries.length - (entries.length % rowsAStatement);
    for (let start = 0; start < inParts; start += rowsAStatement) {
      upsertMany.run(...entries.slice(start, start + rowsAStatement).flatMap(columnValues));
    }
    for (const entry of entries.slice(inParts)) upsertOne.run(...columnValues(entry));
  };
}

function columnValues(entry: RowTable) {
  return rowColumns.map((column) => entry[column]);
}

function upsertText(rows: number): string {
  const row = `(${rowColumns.map(() => '?').join(', ')})`;
  return `insert into "row" (${rowColumns.map((column) => `"${column}"`).join(', ')})
    values ${Array.from({ length: rows }, () => row).join(', ')}
    on conflict (account_id, id) do update set
      seq = excluded.seq, stamp = excluded.stamp, "values" = excluded."values",
      stamps = excluded.stamps, deleted = excluded.deleted`;
}
