import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from '../../protocol/session.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { notSignedIn } from '../problem.ts';
import { isApiRequest } from './is-api-request.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers without a session. Every other address of the API needs one. */
    open?: boolean;
    /** Asked again and again by one device: a session that was found a few seconds ago will do. */
    takesRecentSession?: boolean;
  }
  interface FastifyRequest {
    session: Session | null;
  }
}

/** Looks the session up before anything is read of the body. */
export function requireSession(app: FastifyInstance, accounts: Accounts): void {
  app.decorateRequest('session', null);
  app.addHook('onRequest', async (request, reply) => {
    if (isApiRequest(request) && request.routeOptions.config.open !== true) {
      await takeSession(request, reply, accounts);
    }
  });
}

/** The session of a request that the hook let through. */
export function sessionOf(request: FastifyRequest): Session {
  if (request.session === null) throw notSignedIn();
  return request.session;
}

async function takeSession(request: FastifyRequest, reply: FastifyReply, accounts: Accounts): Promise<void> {
  const { takesRecentSession = false } = request.routeOptions.config;
  const { headers } = request;
  const found = await (takesRecentSession
    ? accounts.findRecentSession(headers)
    : accounts.findSession(headers));
  if (found === undefined) throw notSignedIn();
  request.session = found.session;
  reply.header('set-cookie', [...found.cookies]);
}
