import { sql, type Transaction } from 'kysely';
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
  return { rows: found.map(storedToJson), cursor: more && lastSeq !== undefined ? lastSeq : query.seq, more };
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

/** A wire row's text from its stored parts. Table, id and stamp hold nothing that JSON escapes. */
function storedToJson(row: Pick<RowTable, 'table' | 'id' | 'stamp' | 'values' | 'stamps'>): string {
  const { table, id, stamp, values, stamps } = row;
  const others = stamps === null ? '' : `,"stamps":${stamps}`;
  return `{"table":"${table}","id":"${id}","stamp":"${stamp}","values":${values}${others}}`;
}
