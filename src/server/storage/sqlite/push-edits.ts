import { CompiledQuery, type Insertable, sql, type Transaction } from 'kysely';
import * as z from 'zod/mini';
import type { Row } from '../../../domain/row.ts';
import { isDeleted } from '../../../domain/tombstone.ts';
import { rowToWire, wireRowSchema, wireToRow } from '../../../protocol/wire-row.ts';
import { type Folded, foldEdits } from '../fold-edits.ts';
import type { HistoryTable, RowTable, Schema } from '../schema.ts';
import type { SyncInput } from '../storage.ts';

const rowsAStatement = 20;
const rowColumns = ['account_id', 'id', 'table', 'seq', 'stamp', 'values', 'stamps', 'deleted'] as const;

/** History entries a statement: SQLite binds at most 32,766 values. */
const maxInsertedEntries = 1_000;

export interface Pushed {
  readonly acknowledged: Folded['acknowledged'];
  readonly refused: Folded['refused'];
  /** The account's last sequence number, this push included. */
  readonly seq: number;
  /** Sequence numbers of rows in which the sender has nothing left to see (docs/sync.md S-9). */
  readonly echoes: readonly number[];
  /** True when a row is other than before. */
  readonly isChanged: boolean;
}

/** Merges the edits into their rows and gives each changed row the account's next number (S-11). */
export async function pushEdits(trx: Transaction<Schema>, input: SyncInput, cursor: number): Promise<Pushed> {
  const { accountId } = input;
  const stored = await loadRows(trx, accountId, [...new Set(input.edits.map((edit) => edit.id))]);
  const rowsById = new Map([...stored].map(([id, { row }]) => [id, row]));
  const { folded, changedIds, overwritten, acknowledged, refused } = foldEdits(rowsById, input.edits);
  const conflictIds = await findNewConflicts(trx, accountId, overwritten);
  const changed = [...new Set([...changedIds, ...conflictIds])].flatMap((id) => folded.get(id) ?? []);
  const seq = await takeNumbers(trx, accountId, changed.length);
  const first = seq - changed.length + 1;
  const entries = changed.map((row, index) => rowToStored(accountId, row, first + index));
  await upsertRows(trx, entries);
  await insertHistory(
    trx,
    overwritten.map(({ rowId, value }) => ({
      account_id: accountId,
      row_id: rowId,
      field: value.field,
      stamp: value.stamp,
      value: JSON.stringify(value.value),
      by_stamp: value.by,
      unseen: Number(value.unseen),
      received_at: input.receivedAt,
    })),
  );
  const isEcho = ({ id }: RowTable) => !conflictIds.has(id) && (stored.get(id)?.seq ?? 0) <= cursor;
  const echoes = entries.filter(isEcho).map(({ seq }) => seq);
  return { acknowledged, refused, seq, echoes, isChanged: changed.length > 0 };
}

async function loadRows(trx: Transaction<Schema>, accountId: string, ids: readonly string[]) {
  const rowsById = new Map<string, { row: Row; seq: number }>();
  if (ids.length === 0) return rowsById;
  const found = trx
    .selectFrom('row')
    .selectAll()
    .where('account_id', '=', accountId)
    .where(sql<boolean>`id in (select value from json_each(${JSON.stringify(ids)}))`);
  for (const stored of await found.execute())
    rowsById.set(stored.id, { row: storedToRow(stored), seq: stored.seq });
  return rowsById;
}

/**
 * The rows with a conflict that the history does not hold yet. They get a number also where no value
 * changed, so that every device hears of the value that lost (docs/sync.md S-13).
 */
async function findNewConflicts(
  trx: Transaction<Schema>,
  accountId: string,
  overwritten: Folded['overwritten'],
): Promise<ReadonlySet<string>> {
  const unseen = overwritten.filter(({ value }) => value.unseen);
  if (unseen.length === 0) return new Set();
  const known = await trx
    .selectFrom('history')
    .select(['row_id', 'field', 'stamp'])
    .where('account_id', '=', accountId)
    .where('row_id', 'in', [...new Set(unseen.map(({ rowId }) => rowId))])
    .execute();
  const keys = new Set(known.map(({ row_id, field, stamp }) => `${row_id} ${field} ${stamp}`));
  const fresh = unseen.filter(({ rowId, value }) => !keys.has(`${rowId} ${value.field} ${value.stamp}`));
  return new Set(fresh.map(({ rowId }) => rowId));
}

async function takeNumbers(trx: Transaction<Schema>, accountId: string, count: number): Promise<number> {
  const account =
    count === 0
      ? trx.selectFrom('account').select('seq').where('id', '=', accountId)
      : trx
          .updateTable('account')
          .set({ seq: sql`seq + ${count}` })
          .where('id', '=', accountId)
          .returning('seq');
  return (await account.executeTakeFirstOrThrow()).seq;
}

/**
 * A few rows a statement, so that nearly all of a batch goes through one statement that was prepared before:
 * preparing a statement for all of it would take longer than running it.
 */
async function upsertRows(trx: Transaction<Schema>, entries: readonly RowTable[]): Promise<void> {
  for (let start = 0; start < entries.length; start += rowsAStatement) {
    const part = entries.slice(start, start + rowsAStatement);
    const values = part.flatMap((entry) => rowColumns.map((column) => entry[column]));
    await trx.executeQuery(CompiledQuery.raw(upsertText(part.length), values));
  }
}

function upsertText(rows: number): string {
  const row = `(${rowColumns.map(() => '?').join(', ')})`;
  return `insert into "row" (${rowColumns.map((column) => `"${column}"`).join(', ')})
    values ${Array.from({ length: rows }, () => row).join(', ')}
    on conflict (account_id, id) do update set
      seq = excluded.seq, stamp = excluded.stamp, "values" = excluded."values",
      stamps = excluded.stamps, deleted = excluded.deleted`;
}

/** A value that was kept already stays as it is: sending an edit again adds nothing (S-8, S-13). */
async function insertHistory(
  trx: Transaction<Schema>,
  entries: readonly Insertable<HistoryTable>[],
): Promise<void> {
  for (const part of partsOf(entries)) {
    await trx
      .insertInto('history')
      .values(part)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

function partsOf<T>(entries: readonly T[]): T[][] {
  const count = Math.ceil(entries.length / maxInsertedEntries);
  return Array.from({ length: count }, (_, part) =>
    entries.slice(part * maxInsertedEntries, (part + 1) * maxInsertedEntries),
  );
}

function rowToStored(accountId: string, row: Row, seq: number): RowTable {
  const { id, table, stamp, values, stamps } = rowToWire(row);
  return {
    account_id: accountId,
    id,
    table,
    seq,
    stamp,
    values: JSON.stringify(values),
    stamps: stamps === undefined ? null : JSON.stringify(stamps),
    deleted: Number(isDeleted(row)),
  };
}

/** Rows of an older version are read here too, so they are parsed (house style: parse at every edge). */
function storedToRow({ table, id, stamp, values, stamps }: RowTable): Row {
  const others = stamps === null ? {} : { stamps: JSON.parse(stamps) };
  return wireToRow(z.parse(wireRowSchema, { table, id, stamp, values: JSON.parse(values), ...others }));
}
