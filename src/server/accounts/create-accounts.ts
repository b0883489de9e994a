import type { IncomingHttpHeaders } from 'node:http';
import { APIError } from 'better-auth/api';
import type { SignInRequest } from '../../protocol/session.ts';
import type { Accounts, SignedIn, SignInOutcome } from './accounts.ts';
import { claimByPasskey, claimServer } from './claim-server.ts';
import { issueClaimToken } from './claim-token.ts';
import { type Auth, type AuthOptions, createAuth } from './create-auth.ts';
import { deleteAccount } from './delete-account.ts';
import { userToSession } from './find-user.ts';
import { createInvitations } from './invitations.ts';
import { createPasskeys } from './passkeys.ts';
import { createPasswords } from './passwords.ts';
import { rememberSessions } from './remember-sessions.ts';
import { toHeaders } from './request-headers.ts';
import { createResetLinks, type SendResetMail } from './reset-links.ts';

/** Accounts over better-auth and the `account` and `member` tables. */
export function createAccounts(options: AuthOptions, sendResetMail?: SendResetMail): Accounts {
  const { db } = options;
  const auth = createAuth(options);
  const findSession = (headers: IncomingHttpHeaders) => findSessionWith(auth, options, headers);
  const sessions = rememberSessions(findSession, Date.now);
  const signIn = (request: SignInRequest, headers: IncomingHttpHeaders) =>
    signInWith(auth, options, request, headers);
  const passkeys = createPasskeys(options);
  const resetLinks = createResetLinks(options, sendResetMail);
  return {
    ...createInvitations(options),
    ...passkeys,
    ...createPasswords(options, passkeys, sessions.forget),
    ...resetLinks,
    async resetPassword(request) {
      const outcome = await resetLinks.resetPassword(request);
      sessions.forget();
      return outcome;
    },
    claimByPasskey: (request, headers) => claimByPasskey(options, request, headers),
    async deleteAccount(consent, headers) {
      const outcome = await deleteAccount(options, consent, headers);
      sessions.forget();
      return outcome;
    },
    signIn,
    isClaimed: async () =>
      (await db.selectFrom('member').select('user_id').limit(1).executeTakeFirst()) !== undefined,
    issueClaimToken: () => issueClaimToken(db, options.makeId),
    async claim(request, headers) {
      if (!(await claimServer(options, request))) return { kind: 'void-link' };
      const signedIn = await signIn({ email: request.email, password: request.password }, headers);
      if (signedIn.kind === 'wrong') throw new Error('The new owner cannot sign in');
      return signedIn;
    },
    findSession,
    findRecentSession: sessions.find,
    async signOut(headers) {
      const { headers: answer } = await auth.api.signOut({
        headers: toHeaders(headers),
        returnHeaders: true,
      });
      sessions.forget();
      return answer.getSetCookie();
    },
  };
}

async function signInWith(
  auth: Auth,
  options: AuthOptions,
  body: SignInRequest,
  headers: IncomingHttpHeaders,
): Promise<SignInOutcome> {
  try {
    const answer = await auth.api.signInEmail({ body, headers: toHeaders(headers), returnHeaders: true });
    const session = await userToSession(options, answer.response.user);
    if (session === undefined) return { kind: 'wrong' };
    return { kind: 'signed-in', session, cookies: answer.headers.getSetCookie() };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return { kind: 'wrong' };
    throw error;
  }
}

async function findSessionWith(
  auth: Auth,
  options: AuthOptions,
  headers: IncomingHttpHeaders,
): Promise<SignedIn | undefined> {
  if (headers.cookie === undefined) return undefined;
  const answer = await auth.api.getSession({ headers: toHeaders(headers), returnHeaders: true });
  if (answer.response === null) return undefined;
  const session = await userToSession(options, answer.response.user);
  return session && { session, cookies: answer.headers.getSetCookie() };
}
