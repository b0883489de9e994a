import { sql, type Transaction } from 'kysely';
import { memberOf } from '../../../domain/row.ts';
import { maxBatchBytes, maxBatchEdits } from '../../../protocol/sync.ts';
import type { RowTable, Schema } from '../schema.ts';

interface PullQuery {
  readonly accountId: string;
  readonly cursor: number;
  readonly seq: number;
  readonly echoes: readonly number[];
}

interface PulledPage {
  readonly rows: readonly string[];
  readonly cursor: number;
  readonly more: boolean;
}

/**
 * The rows after the cursor, oldest change first, up to a batch (docs/sync.md S-5, S-9). One row
 * goes out however big it is, or it could never go. With more to come the cursor stays before the
 * echoes, which then may be sent back: harmless, where a skipped row is not.
 */
export async function pullPage(trx: Transaction<Schema>, query: PullQuery): Promise<PulledPage> {
  const { lastSeq, more } = await measurePage(trx, query);
  const found = lastSeq === undefined ? [] : await loadPage(trx, query, lastSeq);
  const earlierById = await loadEarlier(trx, query.accountId, found);
  const rows = found.map((row) => storedToJson(row, earlierById.get(row.id)));
  return { rows, cursor: more && lastSeq !== undefined ? lastSeq : query.seq, more };
}

/** Reads lengths only: a page of 500 of the longest notes would be a hundred times too much. */
async function measurePage(trx: Transaction<Schema>, query: PullQuery) {
  const measured = await rowsAfter(trx, query)
    .select(['seq', sql<number>`octet_length("values") + coalesce(octet_length(stamps), 0)`.as('bytes')])
    .orderBy('seq')
    .limit(maxBatchEdits + 1)
    .execute();
  let bytes = 0;
  let lastSeq: number | undefined;
  for (const [index, row] of measured.entries()) {
    bytes += row.bytes;
    if (index > 0 && (index === maxBatchEdits || bytes > maxBatchBytes)) return { lastSeq, more: true };
    lastSeq = row.seq;
  }
  return { lastSeq, more: false };
}

function loadPage(trx: Transaction<Schema>, query: PullQuery, lastSeq: number) {
  return rowsAfter(trx, query)
    .select(['table', 'id', 'stamp', 'values', 'stamps'])
    .where('seq', '<=', lastSeq)
    .orderBy('seq')
    .execute();
}

function rowsAfter(trx: Transaction<Schema>, { accountId, cursor, echoes }: PullQuery) {
  const after = trx.selectFrom('row').where('account_id', '=', accountId).where('seq', '>', cursor);
  if (echoes.length === 0) return after;
  return after.where(sql<boolean>`seq not in (select value from json_each(${JSON.stringify(echoes)}))`);
}

type StoredRow = Pick<RowTable, 'table' | 'id' | 'stamp' | 'values' | 'stamps'>;

/** For each row, as JSON, the values that lost unseen to what a field holds now (docs/sync.md S-13). */
async function loadEarlier(
  trx: Transaction<Schema>,
  accountId: string,
  rows: readonly StoredRow[],
): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map();
  const rowsById = new Map(rows.map((row) => [row.id, row]));
  const entriesById = new Map<string, string[]>();
  const found = await trx
    .selectFrom('history')
    .select(['row_id', 'field', 'stamp', 'value', 'by_stamp'])
    .where('account_id', '=', accountId)
    .where('unseen', '=', 1)
    .where(sql<boolean>`row_id in (select value from json_each(${JSON.stringify([...rowsById.keys()])}))`)
    .orderBy('row_id')
    .orderBy('field')
    .orderBy('stamp')
    .execute();
  for (const { row_id, field, stamp, value, by_stamp } of found) {
    const row = rowsById.get(row_id);
    if (row === undefined || presentStamp(row, field) !== by_stamp) continue;
    const entry = `{"field":${JSON.stringify(field)},"stamp":"${stamp}","value":${value},"by":"${by_stamp}"}`;
    entriesById.set(row_id, [...(entriesById.get(row_id) ?? []), entry]);
  }
  return new Map([...entriesById].map(([id, entries]) => [id, `[${entries.join(',')}]`]));
}

function presentStamp({ stamp, stamps }: StoredRow, field: string): string {
  const others: Record<string, string> = stamps === null ? {} : JSON.parse(stamps);
  return memberOf(others, field) ?? stamp;
}

/** A wire row's text from its stored parts. Table, id and stamp hold nothing that JSON escapes. */
function storedToJson({ table, id, stamp, values, stamps }: StoredRow, earlier: string | undefined): string {
  const others = stamps === null ? '' : `,"stamps":${stamps}`;
  const lost = earlier === undefined ? '' : `,"earlier":${earlier}`;
  return `{"table":"${table}","id":"${id}","stamp":"${stamp}","values":${values}${others}${lost}}`;
}
