import type { IncomingHttpHeaders } from 'node:http';
import type { ClaimByPasskeyRequest } from '../../protocol/passkeys.ts';
import type { ClaimRequest } from '../../protocol/session.ts';
import { isClaimToken, useClaimToken } from './claim-token.ts';
import type { AuthOptions } from './create-auth.ts';
import { hashPassword, insertPerson } from './insert-person.ts';
import { type FirstPasskey, registerFirstPasskey } from './passkeys.ts';

/**
 * Makes the owner with an account of their own, all or nothing. False for a token that is not the
 * newest or was used. The password is hashed before the transaction, which others wait for.
 */
export async function claimServer(options: AuthOptions, request: ClaimRequest): Promise<boolean> {
  const { token, name, email } = request;
  if (!(await isClaimToken(options.db, token))) return false;
  const passwordHash = await hashPassword(options, request.password);
  return options.db.transaction().execute(async (trx) => {
    if (!(await useClaimToken(trx, options.dialect, token))) return false;
    await insertPerson(options, trx, { name, email, role: 'owner', passwordHash });
    return true;
  });
}

/** The same with a passkey instead of a password; the owner is signed in with it. */
export async function claimByPasskey(
  options: AuthOptions,
  { token, name, email, passkey }: ClaimByPasskeyRequest,
  headers: IncomingHttpHeaders,
): Promise<FirstPasskey | { readonly kind: 'void-link' }> {
  if (!(await isClaimToken(options.db, token))) return { kind: 'void-link' };
  return registerFirstPasskey(options, { passkey, headers }, async (trx) => {
    if (!(await useClaimToken(trx, options.dialect, token))) return undefined;
    return insertPerson(options, trx, { name, email, role: 'owner', passwordHash: undefined });
  });
}
