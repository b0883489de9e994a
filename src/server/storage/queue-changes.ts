import { isDeleted } from '../../domain/tombstone.ts';
import { type WireRow, wireToRow } from '../../protocol/wire-row.ts';
import type { TranscriptionTable } from './schema.ts';

type Entry = Pick<TranscriptionTable, 'account_id' | 'row_id' | 'hash'>;

export interface QueueChanges {
  /** Recordings that are to be written down. */
  readonly wanted: readonly Entry[];
  /** Recordings that are written down, or deleted. */
  readonly settled: readonly Omit<Entry, 'hash'>[];
}

/**
 * What changed rows mean for the queue of recordings. Written in the transaction of the rows: so an entry ends in the
 * very transaction that writes the words, and none is made twice.
 */
export function rowsToQueueChanges(
  rows: readonly { readonly accountId: string; readonly row: WireRow }[],
): QueueChanges {
  const wanted: Entry[] = [];
  const settled: Omit<Entry, 'hash'>[] = [];
  for (const { accountId, row } of rows) {
    const hash = hashOfRecording(row);
    if (hash === undefined) continue;
    const key = { account_id: accountId, row_id: row.id };
    if (waitsToBeWrittenDown(row)) wanted.push({ ...key, hash });
    else settled.push(key);
  }
  return { wanted, settled };
}

/** True for a recording that is there, and in which the contact database has not heard anything yet. */
export function waitsToBeWrittenDown(row: WireRow): boolean {
  const isHeard = (row.values['heardByServer'] ?? null) !== null;
  return hashOfRecording(row) !== undefined && !isHeard && !isDeleted(wireToRow(row));
}

function hashOfRecording({ table, values }: WireRow): string | undefined {
  const { hash } = values;
  return table === 'file' && values['kind'] === 'recording' && typeof hash === 'string' ? hash : undefined;
}
