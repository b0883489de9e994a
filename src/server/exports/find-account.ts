import type { Kysely } from 'kysely';
import type { Schema } from '../storage/schema.ts';

export type AccountSearch =
  | { readonly kind: 'found'; readonly accountId: string }
  | { readonly kind: 'none' }
  /** Nobody said which. */
  | { readonly kind: 'several' };

/** The account of whoever signs in with the email, or the only one there is. */
export async function findAccount(db: Kysely<Schema>, email: string | undefined): Promise<AccountSearch> {
  const members = db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .select('member.account_id')
    .distinct();
  const found = await (email === undefined ? members : members.where('user.email', '=', email.toLowerCase()))
    .limit(2)
    .execute();
  const [account, another] = found;
  if (account === undefined) return { kind: 'none' };
  return another === undefined ? { kind: 'found', accountId: account.account_id } : { kind: 'several' };
}
