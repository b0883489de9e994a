import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { AccountGoneError } from './storage.ts';

/** The newest head of an account: who writes for it as the server has nothing to pull. */
export async function readHead(db: Kysely<Schema>, accountId: string): Promise<string> {
  const account = db.selectFrom('account').select('head').where('id', '=', accountId);
  const found = await account.executeTakeFirst();
  if (found === undefined) throw new AccountGoneError();
  return found.head;
}
