import type { Transaction } from 'kysely';
import { insertAccount } from '../storage/insert-account.ts';
import type { MemberTable, Schema } from '../storage/schema.ts';
import { type AuthOptions, createAuth } from './create-auth.ts';

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly role: MemberTable['role'];
  /** Hashed; undefined for one whose first passkey follows in the same transaction. */
  readonly passwordHash: string | undefined;
}

/** Somebody with an account of their own: every account is a world of its own. The new user's id. */
export async function insertPerson(
  options: AuthOptions,
  trx: Transaction<Schema>,
  { name, email, role, passwordHash }: NewPerson,
): Promise<string> {
  const { internalAdapter } = await createAuth({ ...options, db: trx }).$context;
  const user = await internalAdapter.createUser(
    { name, email, emailVerified: false },
    { method: 'email-password' },
  );
  if (passwordHash !== undefined) {
    const credential = { userId: user.id, accountId: user.id, providerId: 'credential' };
    await internalAdapter.createAccount({ ...credential, password: passwordHash });
  }
  const id = options.makeId();
  await insertAccount(trx, id, options.makeId());
  await trx.insertInto('member').values({ account_id: id, user_id: user.id, role }).execute();
  return user.id;
}

/** Takes as long as hashing does, so it goes before a transaction, which others wait for. */
export async function hashPassword(options: AuthOptions, password: string): Promise<string> {
  return (await createAuth(options).$context).password.hash(password);
}
