import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../schema.ts';
import type { SyncAnswer, SyncInput } from '../storage.ts';
import { pullPage } from './pull-page.ts';
import { pushEdits } from './push-edits.ts';

/** Push and pull in one transaction, so that no reader sees half of a batch (docs/sync.md S-4, S-11). */
export function syncSqlite(db: Kysely<Schema>, input: SyncInput, makeId: () => string): Promise<SyncAnswer> {
  return db.transaction().execute(async (trx) => {
    const { databaseId, cursor } = await placeCursor(trx, input, makeId);
    const pushed = await pushEdits(trx, input, cursor);
    const page = await pullPage(trx, { accountId: input.accountId, cursor, ...pushed });
    const { acknowledged, refused } = pushed;
    return { databaseId, acknowledged, refused, ...page };
  });
}

/**
 * Where the pull starts. A cursor of another database counts for nothing. One that this database
 * never gave proves that a backup was restored: the account takes a new id, so that each of its
 * devices sends everything again, also those whose cursor still looks right (S-15).
 */
async function placeCursor(trx: Transaction<Schema>, input: SyncInput, makeId: () => string) {
  const { accountId } = input;
  const account = trx.selectFrom('account').select(['database_id', 'seq']).where('id', '=', accountId);
  const { database_id: present, seq } = await account.executeTakeFirstOrThrow();
  if (input.databaseId !== present) return { databaseId: present, cursor: 0 };
  if (input.cursor <= seq) return { databaseId: present, cursor: input.cursor };
  const databaseId = makeId();
  await trx.updateTable('account').set({ database_id: databaseId }).where('id', '=', accountId).execute();
  return { databaseId, cursor: 0 };
}
