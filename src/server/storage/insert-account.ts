import type { Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** An account without rows. `head` is a new UUID: the name of that state. */
export async function insertAccount(trx: Transaction<Schema>, id: string, head: string): Promise<void> {
  await trx.insertInto('account').values({ id, head }).execute();
  await trx.insertInto('head').values({ account_id: id, id: head }).execute();
}
