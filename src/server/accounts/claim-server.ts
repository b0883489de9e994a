import type { ClaimRequest } from '../../protocol/session.ts';
import { insertAccount } from '../storage/insert-account.ts';
import { isClaimToken, useClaimToken } from './claim-token.ts';
import { type AuthOptions, createAuth } from './create-auth.ts';

/**
 * Makes the owner with an account of their own, all or nothing. False for a token that is not the
 * newest or was used. The password is hashed before the transaction, which others wait for.
 */
export async function claimServer(options: AuthOptions, request: ClaimRequest): Promise<boolean> {
  if (!(await isClaimToken(options.db, request.token))) return false;
  const password = await (await createAuth(options).$context).password.hash(request.password);
  return options.db.transaction().execute(async (trx) => {
    if (!(await useClaimToken(trx, options.dialect, request.token))) return false;
    const { internalAdapter } = await createAuth({ ...options, db: trx }).$context;
    const { name, email } = request;
    const user = await internalAdapter.createUser(
      { name, email, emailVerified: false },
      { method: 'email-password' },
    );
    await internalAdapter.createAccount({
      userId: user.id,
      accountId: user.id,
      providerId: 'credential',
      password,
    });
    const id = options.makeId();
    await insertAccount(trx, id, options.makeId());
    await trx.insertInto('member').values({ account_id: id, user_id: user.id, role: 'owner' }).execute();
    return true;
  });
}
