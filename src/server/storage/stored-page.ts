import { memberOf } from '../../domain/row.ts';
import { maxBatchBytes, maxBatchEdits } from '../../protocol/sync.ts';
import type { HistoryTable, RowTable } from './schema.ts';

export interface PullQuery {
  readonly accountId: string;
  readonly cursor: number;
  /** The account's last sequence number. */
  readonly seq: number;
  /** All after the cursor. */
  readonly echoes: readonly number[];
}

export interface PulledPage {
  readonly rows: readonly string[];
  readonly cursor: number;
  readonly more: boolean;
}

export type StoredRow = Pick<RowTable, 'table' | 'id' | 'stamp' | 'values' | 'stamps'>;
export type EarlierEntry = Pick<HistoryTable, 'row_id' | 'field' | 'stamp' | 'value' | 'by_stamp'>;

export interface MeasuredRow {
  readonly seq: number;
  readonly bytes: number;
}

/** There are at most as many rows as numbers: true when those that are left are all echoes. */
export function isNothingLeft({ cursor, seq, echoes }: PullQuery): boolean {
  return seq - cursor <= echoes.length;
}

/**
 * How far a page goes, of rows in the order of their numbers, one more than a page may hold. One row goes out
 * however big it is, or it could never go (docs/sync.md S-5).
 */
export function endPage(measured: readonly MeasuredRow[]): { lastSeq: number | undefined; more: boolean } {
  let bytes = 0;
  let lastSeq: number | undefined;
  for (const [index, row] of measured.entries()) {
    bytes += row.bytes;
    if (index > 0 && (index === maxBatchEdits || bytes > maxBatchBytes)) return { lastSeq, more: true };
    lastSeq = row.seq;
  }
  return { lastSeq, more: false };
}

/** A page's rows as JSON, each with the values that lost unseen to what a field holds now (docs/sync.md S-13). */
export function rowsToJson(rows: readonly StoredRow[], entries: readonly EarlierEntry[]): string[] {
  const rowsById = new Map(rows.map((row) => [row.id, row]));
  const earlierById = new Map<string, string[]>();
  for (const { row_id, field, stamp, value, by_stamp } of entries) {
    const row = rowsById.get(row_id);
    if (row === undefined || presentStamp(row, field) !== by_stamp) continue;
    const text = `{"field":${JSON.stringify(field)},"stamp":"${stamp}","value":${value},"by":"${by_stamp}"}`;
    earlierById.set(row_id, [...(earlierById.get(row_id) ?? []), text]);
  }
  return rows.map((row) => rowToJson(row, earlierById.get(row.id)));
}

function presentStamp({ stamp, stamps }: StoredRow, field: string): string {
  const others: Record<string, string> = stamps === null ? {} : JSON.parse(stamps);
  return memberOf(others, field) ?? stamp;
}

/** A wire row's text from its stored parts. Table, id and stamp hold nothing that JSON escapes. */
function rowToJson({ table, id, stamp, values, stamps }: StoredRow, earlier: readonly string[] = []): string {
  const others = stamps === null ? '' : `,"stamps":${stamps}`;
  const lost = earlier.length === 0 ? '' : `,"earlier":[${earlier.join(',')}]`;
  return `{"table":"${table}","id":"${id}","stamp":"${stamp}","values":${values}${others}${lost}}`;
}
