import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { memberOf } from '../../../domain/row.ts';
import { maxBatchBytes, maxBatchEdits } from '../../../protocol/sync.ts';
import type { HistoryTable, RowTable } from '../schema.ts';
import { prepareStatement } from './prepare-statement.ts';

interface PullQuery {
  readonly accountId: string;
  readonly cursor: number;
  /** The account's last sequence number. */
  readonly seq: number;
  /** All after the cursor. */
  readonly echoes: readonly number[];
}

interface PulledPage {
  readonly rows: readonly string[];
  readonly cursor: number;
  readonly more: boolean;
}

type StoredRow = Pick<RowTable, 'table' | 'id' | 'stamp' | 'values' | 'stamps'>;
type EarlierEntry = Pick<HistoryTable, 'row_id' | 'field' | 'stamp' | 'value' | 'by_stamp'>;

/**
 * The rows after the cursor, oldest change first, up to a batch (docs/sync.md S-5, S-9). One row
 * goes out however big it is, or it could never go. With more to come the cursor stays before the
 * echoes, which then may be sent back: harmless, where a skipped row is not.
 */
export function preparePull(database: DatabaseSyncInstance): (query: PullQuery) => PulledPage {
  const measurePage = prepareMeasure(database);
  const loadPage = prepareStatement<StoredRow>(
    database,
    `select "table", id, stamp, "values", stamps ${rowsAfter} and seq <= ? order by seq`,
  );
  const loadEarlier = prepareEarlier(database);
  return (query) => {
    const { accountId, cursor, seq, echoes } = query;
    // There are at most as many rows as numbers.
    if (seq - cursor <= echoes.length) return { rows: [], cursor: seq, more: false };
    const { lastSeq, more } = measurePage(query);
    if (lastSeq === undefined) return { rows: [], cursor: seq, more };
    const found = loadPage.all(accountId, cursor, JSON.stringify(echoes), lastSeq);
    const earlierById = loadEarlier(accountId, found);
    const rows = found.map((row) => storedToJson(row, earlierById.get(row.id)));
    return { rows, cursor: more ? lastSeq : seq, more };
  };
}

const rowsAfter = `from "row" where account_id = ? and seq > ?
  and seq not in (select value from json_each(?))`;

/** Reads lengths only: a page of 500 of the longest notes would be a hundred times too much. */
function prepareMeasure(database: DatabaseSyncInstance) {
  const measure = prepareStatement<{ seq: number; bytes: number }>(
    database,
    `select seq, octet_length("values") + coalesce(octet_length(stamps), 0) as bytes ${rowsAfter}
     order by seq limit ?`,
  );
  return ({ accountId, cursor, echoes }: PullQuery) => {
    const measured = measure.all(accountId, cursor, JSON.stringify(echoes), maxBatchEdits + 1);
    let bytes = 0;
    let lastSeq: number | undefined;
    for (const [index, row] of measured.entries()) {
      bytes += row.bytes;
      if (index > 0 && (index === maxBatchEdits || bytes > maxBatchBytes)) return { lastSeq, more: true };
      lastSeq = row.seq;
    }
    return { lastSeq, more: false };
  };
}

/** For each row, as JSON, the values that lost unseen to what a field holds now (docs/sync.md S-13). */
function prepareEarlier(database: DatabaseSyncInstance) {
  const load = prepareStatement<EarlierEntry>(
    database,
    `select row_id, field, stamp, value, by_stamp from history
     where account_id = ? and unseen = 1 and row_id in (select value from json_each(?))
     order by row_id, field, stamp`,
  );
  return (accountId: string, rows: readonly StoredRow[]): ReadonlyMap<string, string> => {
    const rowsById = new Map(rows.map((row) => [row.id, row]));
    const entriesById = new Map<string, string[]>();
    for (const entry of load.all(accountId, JSON.stringify([...rowsById.keys()]))) {
      const { row_id, field, stamp, value, by_stamp } = entry;
      const row = rowsById.get(row_id);
      if (row === undefined || presentStamp(row, field) !== by_stamp) continue;
      const text = `{"field":${JSON.stringify(field)},"stamp":"${stamp}","value":${value},"by":"${by_stamp}"}`;
      entriesById.set(row_id, [...(entriesById.get(row_id) ?? []), text]);
    }
    return new Map([...entriesById].map(([id, entries]) => [id, `[${entries.join(',')}]`]));
  };
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
