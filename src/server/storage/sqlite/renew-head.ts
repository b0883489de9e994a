import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { AccountGoneError } from '../storage.ts';

/** Names a state of the account in which no row is other than before (docs/sync.md S-27). `head`: a new UUID. */
export async function renewHead(db: Kysely<Schema>, accountId: string, head: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const account = trx.updateTable('account').set({ head }).where('id', '=', accountId);
    if ((await account.executeTakeFirst()).numUpdatedRows === 0n) throw new AccountGoneError();
    await trx.insertInto('head').values({ account_id: accountId, id: head }).execute();
  });
}
