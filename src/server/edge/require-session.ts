import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppScope } from '../../protocol/app-passwords.ts';
import type { Session } from '../../protocol/session.ts';
import type { Accounts, FoundSession } from '../accounts/accounts.ts';
import { notSignedIn, ProblemError } from '../problem.ts';
import { isApiRequest } from './is-api-request.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers without a session. Every other address of the API needs one. */
    open?: boolean;
    /** Asked again and again by one device: a session that was found a few seconds ago will do. */
    takesRecentSession?: boolean;
    /** For other programs alone: it takes an app password of that scope, and no session. */
    appScope?: AppScope;
  }
  interface FastifyRequest {
    found: FoundSession | null;
    /** When it was looked up, by a clock that only goes forward. */
    foundAtMs: number;
    /** Whose people the program may see that sent an app password. */
    appAccount: string | null;
  }
}

/** How long ago a session may have been found when its request is done: a body may take minutes to arrive. */
const trustedMs = 1_000;
/** As long as one is remembered (accounts/remember-sessions.ts). */
const trustedRecentMs = 5_000;

/** Looks the session up before anything is read of the body, and again when the body took its time. */
export function requireSession(app: FastifyInstance, accounts: Accounts): void {
  app.decorateRequest('found', null);
  app.decorateRequest('foundAtMs', 0);
  app.decorateRequest('appAccount', null);
  app.addHook('onRequest', async (request, reply) => {
    const { open, appScope } = request.routeOptions.config;
    if (!isApiRequest(request)) return;
    if (appScope !== undefined) await takeAppPassword(request, reply, accounts, appScope);
    else if (open !== true) await takeSession(request, reply, accounts);
  });
  app.addHook('preHandler', async (request) => {
    const { takesRecentSession = false } = request.routeOptions.config;
    const ageMs = performance.now() - request.foundAtMs;
    if (request.found === null || ageMs < (takesRecentSession ? trustedRecentMs : trustedMs)) return;
    if ((await accounts.findSession(request.headers)) === undefined) throw notSignedIn();
  });
}

/** The session of a request that the hook let through. */
export function sessionOf(request: FastifyRequest): Session {
  return foundSessionOf(request).session;
}

/** The same, with which session and whose device it is. */
export function foundSessionOf(request: FastifyRequest): FoundSession {
  if (request.found === null) throw notSignedIn();
  return request.found;
}

/** The account of the app password that the hook let through. */
export function appAccountOf({ appAccount }: FastifyRequest): string {
  if (appAccount === null) throw notSignedIn();
  return appAccount;
}

async function takeAppPassword(
  request: FastifyRequest,
  reply: FastifyReply,
  accounts: Accounts,
  scope: AppScope,
): Promise<void> {
  const account = await accounts.appPasswords.findAccount(request.headers.authorization, scope);
  if (account === undefined) {
    reply.header('www-authenticate', 'Basic realm="Justmet", charset="UTF-8"');
    throw new ProblemError({ status: 401, detail: 'Send an app password that may do this.' });
  }
  request.appAccount = account;
}

async function takeSession(request: FastifyRequest, reply: FastifyReply, accounts: Accounts): Promise<void> {
  const { takesRecentSession = false } = request.routeOptions.config;
  const { headers } = request;
  const found = await (takesRecentSession
    ? accounts.findRecentSession(headers)
    : accounts.findSession(headers));
  if (found === undefined) throw notSignedIn();
  request.found = found;
  request.foundAtMs = performance.now();
  reply.header('set-cookie', [...found.cookies]);
}
