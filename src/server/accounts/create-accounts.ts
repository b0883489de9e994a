import type { IncomingHttpHeaders } from 'node:http';
import { APIError } from 'better-auth/api';
import type { SignInRequest } from '../../protocol/session.ts';
import type { Accounts, FoundSession, SignedIn, SignInOutcome } from './accounts.ts';
import { createAppPasswords } from './app-passwords.ts';
import { askSession } from './ask-session.ts';
import { claimByPasskey, claimServer } from './claim-server.ts';
import { issueClaimToken } from './claim-token.ts';
import { type Auth, type AuthOptions, createAuth } from './create-auth.ts';
import { deleteAccount } from './delete-account.ts';
import { createDevices } from './devices.ts';
import { userToSession } from './find-user.ts';
import { createInvitations } from './invitations.ts';
import { createPairings } from './pairings.ts';
import { createPasskeys } from './passkeys.ts';
import { createPasswords } from './passwords.ts';
import { rememberSessions } from './remember-sessions.ts';
import { toHeaders } from './request-headers.ts';
import { createResetLinks, type SendResetMail } from './reset-links.ts';
import { watchSessions } from './session-watch.ts';

/** Accounts over better-auth and the `account` and `member` tables. */
export function createAccounts(options: AuthOptions, sendResetMail?: SendResetMail): Accounts {
  const { db } = options;
  const auth = createAuth(options);
  const findSession = (headers: IncomingHttpHeaders) => findSessionWith(auth, options, headers);
  const sessions = rememberSessions(findSession, Date.now, options.sessionNews);
  const watch = watchSessions(db);
  options.sessionNews?.hearEnded(() => void watch.check());
  const onSessionsChanged = async () => {
    await sessions.forget();
    await watch.check();
  };
  const signIn = (request: SignInRequest, headers: IncomingHttpHeaders) =>
    signInWith(auth, options, request, headers);
  const passkeys = createPasskeys(options);
  const resetLinks = createResetLinks(options, sendResetMail);
  return {
    ...createInvitations(options),
    ...passkeys,
    ...createPasswords(options, passkeys, onSessionsChanged),
    ...resetLinks,
    async resetPassword(request) {
      const outcome = await resetLinks.resetPassword(request);
      await onSessionsChanged();
      return outcome;
    },
    claimByPasskey: (request, headers) => claimByPasskey(options, request, headers),
    async deleteAccount(consent, headers) {
      const outcome = await deleteAccount(options, consent, headers);
      await onSessionsChanged();
      return outcome;
    },
    signIn,
    isClaimed: async () =>
      (await db.selectFrom('member').select('user_id').limit(1).executeTakeFirst()) !== undefined,
    issueClaimToken: () => issueClaimToken(options),
    async claim(request, headers) {
      if (!(await claimServer(options, request))) return { kind: 'void-link' };
      const signedIn = await signIn({ email: request.email, password: request.password }, headers);
      if (signedIn.kind === 'wrong') throw new Error('The new owner cannot sign in');
      return signedIn;
    },
    findSession,
    findRecentSession: sessions.find,
    watchSession: (sessionId, onEnded) => watch.watch(sessionId, onEnded),
    devices: createDevices({ db, onSessionsChanged }),
    pairings: createPairings({
      db,
      openSession: (trx, who, headers) => openSessionWith({ ...options, db: trx }, who, headers),
    }),
    appPasswords: createAppPasswords(db),
    async signOut(headers) {
      const { headers: answer } = await auth.api.signOut({
        headers: toHeaders(headers),
        returnHeaders: true,
      });
      await onSessionsChanged();
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
): Promise<FoundSession | undefined> {
  if (headers.cookie === undefined) return undefined;
  const answer = await askSession(auth, headers);
  if (answer.response === null) return undefined;
  const { id: sessionId, userId, deviceId = null } = answer.response.session;
  const session = await userToSession(options, answer.response.user);
  return session && { session, cookies: answer.headers.getSetCookie(), sessionId, userId, deviceId };
}

/** Without a password: for somebody who has shown who they are in another way. */
async function openSessionWith(
  options: AuthOptions,
  who: { readonly userId: string; readonly deviceId: string },
  headers: IncomingHttpHeaders,
): Promise<SignedIn | undefined> {
  const { api } = createAuth(options);
  const answer = await api.openSession({ body: who, headers: toHeaders(headers), returnHeaders: true });
  const session = await userToSession(options, answer.response.user);
  return session && { session, cookies: answer.headers.getSetCookie() };
}
