import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { WireRow } from '../../../protocol/wire-row.ts';
import { rowsToQueueChanges } from '../queue-changes.ts';
import type { SyncInput } from '../storage.ts';
import { prepareStatement } from './prepare-statement.ts';

/** Keeps the queue of recordings as the changed rows want it. */
export function prepareQueue(
  database: DatabaseSyncInstance,
): (input: SyncInput, rows: readonly WireRow[]) => void {
  const add = prepareStatement(
    database,
    `insert into transcription (account_id, row_id, hash, waits_since) values (?, ?, ?, ?)
     on conflict (account_id, row_id) do update set hash = excluded.hash`,
  );
  const settle = prepareStatement(database, 'delete from transcription where account_id = ? and row_id = ?');
  return ({ accountId, receivedAt }, rows) => {
    const { wanted, settled } = rowsToQueueChanges(rows.map((row) => ({ accountId, row })));
    for (const { row_id, hash } of wanted) add.run(accountId, row_id, hash, Date.parse(receivedAt));
    for (const { row_id } of settled) settle.run(accountId, row_id);
  };
}
