import type { IncomingHttpHeaders } from 'node:http';
import { APIError } from 'better-auth/api';
import type { AccountFacts } from '../../protocol/account.ts';
import type { Proof } from '../../protocol/passwords.ts';
import { type AuthOptions, createAuth } from './create-auth.ts';
import { type FoundUser, findUser } from './find-user.ts';
import { hashPassword } from './insert-person.ts';
import type { Passkeys } from './passkeys.ts';
import { toHeaders } from './request-headers.ts';
import { endSecrets } from './reset-links.ts';

/** The password of who is signed in, and proof that it is still them. */
export interface Passwords {
  readFacts(headers: IncomingHttpHeaders): Promise<AccountFacts>;
  /** Whether the one who holds the device is the one who signed in. */
  isProved(proof: Proof, headers: IncomingHttpHeaders): Promise<boolean>;
  /** Sets the password, also a first one, and ends app passwords and every other session: how many of those. */
  setPassword(password: string, headers: IncomingHttpHeaders): Promise<number>;
}

export function createPasswords(
  options: AuthOptions,
  passkeys: Pick<Passkeys, 'signInByPasskey'>,
  onSessionsEnded: () => Promise<void>,
): Passwords {
  const { db } = options;
  const auth = createAuth(options);
  const endOtherSessions = async ({ userId, sessionId }: FoundUser) => {
    const ended = await db
      .deleteFrom('session')
      .where('userId', '=', userId)
      .where('id', '!=', sessionId)
      .executeTakeFirst();
    await onSessionsEnded();
    return Number(ended.numDeletedRows);
  };
  const isPassword = async (password: string, headers: IncomingHttpHeaders) => {
    try {
      await auth.api.verifyPassword({ headers: toHeaders(headers), body: { password } });
      return true;
    } catch (error) {
      if (error instanceof APIError && error.statusCode < 500) return false;
      throw error;
    }
  };
  return {
    async readFacts(headers) {
      const { userId, accountId, role } = await findUser(options, headers);
      const credential = await db
        .selectFrom('credential')
        .select('id')
        .where('userId', '=', userId)
        .where('password', 'is not', null)
        .executeTakeFirst();
      const isOwner = role === 'owner';
      const other = isOwner
        ? await db
            .selectFrom('member')
            .select('user_id')
            .where('account_id', '!=', accountId)
            .executeTakeFirst()
        : undefined;
      return { hasPassword: credential !== undefined, isOwner, hasOthers: other !== undefined };
    },
    isProved: (proof, headers) =>
      proof.kind === 'password'
        ? isPassword(proof.password, headers)
        : isOwnPasskey(options, passkeys, proof, headers),
    async setPassword(password, headers) {
      const user = await findUser(options, headers);
      const hash = await hashPassword(options, password);
      const { internalAdapter } = await auth.$context;
      if ((await internalAdapter.findCredentialAccount(user.userId)) === null) {
        const credential = { userId: user.userId, accountId: user.userId, providerId: 'credential' };
        await internalAdapter.createAccount({ ...credential, password: hash });
      } else await internalAdapter.updatePassword(user.userId, hash);
      await endSecrets(options, user.userId);
      return endOtherSessions(user);
    },
  };
}

/** A passkey's word signs in; that session is not wanted here, and it must be the same person's. */
async function isOwnPasskey(
  options: AuthOptions,
  passkeys: Pick<Passkeys, 'signInByPasskey'>,
  proof: Extract<Proof, { kind: 'passkey' }>,
  headers: IncomingHttpHeaders,
): Promise<boolean> {
  const { accountId } = await findUser(options, headers);
  const signedIn = await passkeys.signInByPasskey(proof.passkey, headers);
  if (signedIn.kind !== 'signed-in') return false;
  const cookie = signedIn.cookies.map((given) => given.split(';')[0]).join('; ');
  await createAuth(options).api.signOut({ headers: toHeaders({ cookie }) });
  return signedIn.session.accountId === accountId;
}
