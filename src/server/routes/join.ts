import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  invitedPath,
  invitedRequestSchema,
  joinPath,
  joinRequestSchema,
} from '../../protocol/invitations.ts';
import { joinByPasskeyPath, joinByPasskeyRequestSchema } from '../../protocol/passkeys.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { takesPasskey } from '../edge/body-limits.ts';
import { ProblemError } from '../problem.ts';
import { requireGoodPassword } from './require-good-password.ts';
import { guessesPerMinute, passkeyNotTaken } from './session.ts';

/** The invited person gets an account of their own, and is signed in. */
export function routeJoin(app: FastifyInstance, accounts: Accounts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const config = { open: true, rateLimit: guessesPerMinute };
  typed.post(invitedPath, { config, schema: { body: invitedRequestSchema } }, async (request) => {
    const invited = await accounts.findInvited(request.body.token);
    if (invited === undefined) throw voidInvitation();
    return invited;
  });
  typed.post(joinPath, { config, schema: { body: joinRequestSchema } }, async (request, reply) => {
    const { token, name, password } = request.body;
    const invited = await accounts.findInvited(token);
    if (invited === undefined) throw voidInvitation();
    requireGoodPassword(password, { name, email: invited.email });
    const joined = await accounts.join(request.body);
    if (joined.kind === 'void-link') throw voidInvitation();
    const outcome = await accounts.signIn({ email: joined.email, password }, request.headers);
    if (outcome.kind === 'wrong') throw new Error('Who has just joined cannot sign in');
    return reply.header('set-cookie', [...outcome.cookies]).send(outcome.session);
  });
  const byPasskey = { config, schema: { body: joinByPasskeyRequestSchema }, ...takesPasskey };
  typed.post(joinByPasskeyPath, byPasskey, async (request, reply) => {
    const outcome = await accounts.joinByPasskey(request.body, request.headers);
    if (outcome.kind === 'void-link') throw voidInvitation();
    if (outcome.kind === 'wrong') throw passkeyNotTaken();
    return reply.header('set-cookie', [...outcome.cookies]).send(outcome.session);
  });
}

function voidInvitation(): ProblemError {
  const detail = 'This invitation was used, ended or taken back. Ask who invited you for a new one.';
  return new ProblemError({ status: 403, detail });
}
