import type { IncomingHttpHeaders } from 'node:http';
import { APIError } from 'better-auth/api';
import type { Session, SignInRequest } from '../../protocol/session.ts';
import type { Accounts, SignedIn, SignInOutcome } from './accounts.ts';
import { claimServer } from './claim-server.ts';
import { issueClaimToken } from './claim-token.ts';
import { type Auth, type AuthOptions, createAuth } from './create-auth.ts';
import { rememberSessions } from './remember-sessions.ts';

/** Accounts over better-auth and the `account` and `member` tables. */
export function createAccounts(options: AuthOptions): Accounts {
  const { db } = options;
  const auth = createAuth(options);
  const findSession = (headers: IncomingHttpHeaders) => findSessionWith(auth, options, headers);
  const sessions = rememberSessions(findSession, Date.now, options.sessionNews);
  const signIn = (request: SignInRequest, headers: IncomingHttpHeaders) =>
    signInWith(auth, options, request, headers);
  return {
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
    async signOut(headers) {
      const { headers: answer } = await auth.api.signOut({
        headers: toHeaders(headers),
        returnHeaders: true,
      });
      await sessions.forget();
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
    const session = await toSession(options, answer.response.user);
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
  const session = await toSession(options, answer.response.user);
  return session && { session, cookies: answer.headers.getSetCookie() };
}

async function toSession(
  { db }: AuthOptions,
  user: { id: string; name: string; email: string },
): Promise<Session | undefined> {
  const members = db.selectFrom('member').select('account_id').where('user_id', '=', user.id);
  const member = await members.executeTakeFirst();
  return member && { accountId: member.account_id, name: user.name, email: user.email };
}

/** Only what better-auth needs, and nothing that a Headers object would throw at. */
function toHeaders(headers: IncomingHttpHeaders): Headers {
  const { cookie = '', 'user-agent': agent = '' } = headers;
  return new Headers({ cookie: printable(cookie), 'user-agent': printable(agent) });
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '');
}
