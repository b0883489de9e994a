import type { ClientBase } from 'pg';
import { type QueueChanges, rowsToQueueChanges } from '../queue-changes.ts';
import type { SyncInput } from '../storage.ts';
import type { GroupRow } from './fold-group.ts';

/** Keeps the queue of recordings as the changed rows want it. Sends its statements at once, before a commit behind it. */
export async function queueRecordings(
  client: ClientBase,
  changed: readonly GroupRow[],
  inputs: readonly SyncInput[],
): Promise<void> {
  const { wanted, settled } = rowsToQueueChanges(changed);
  await Promise.all([add(client, wanted, inputs[0]?.receivedAt ?? ''), settle(client, settled)]);
}

async function add(client: ClientBase, wanted: QueueChanges['wanted'], receivedAt: string): Promise<void> {
  if (wanted.length === 0) return;
  await client.query({
    name: 'queue-recordings',
    text: `insert into transcription (account_id, row_id, hash, waits_since)
      select n.*, $4::bigint from unnest($1::text[], $2::text[], $3::text[]) as n
      on conflict (account_id, row_id) do update set hash = excluded.hash`,
    values: [
      wanted.map(({ account_id }) => account_id),
      wanted.map(({ row_id }) => row_id),
      wanted.map(({ hash }) => hash),
      Date.parse(receivedAt),
    ],
  });
}

async function settle(client: ClientBase, settled: QueueChanges['settled']): Promise<void> {
  if (settled.length === 0) return;
  await client.query({
    name: 'settle-recordings',
    text: `delete from transcription t using unnest($1::text[], $2::text[]) as n (account_id, row_id)
      where t.account_id = n.account_id and t.row_id = n.row_id`,
    values: [settled.map(({ account_id }) => account_id), settled.map(({ row_id }) => row_id)],
  });
}
