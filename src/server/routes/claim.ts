import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { claimByPasskeyPath, claimByPasskeyRequestSchema } from '../../protocol/passkeys.ts';
import { claimPath, claimRequestSchema } from '../../protocol/session.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { takesPasskey } from '../edge/body-limits.ts';
import { ProblemError } from '../problem.ts';
import { requireGoodPassword } from './require-good-password.ts';
import { guessesPerMinute, passkeyNotTaken } from './session.ts';

export function routeClaim(app: FastifyInstance, accounts: Accounts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const config = { open: true, rateLimit: guessesPerMinute };
  typed.post(claimPath, { config, schema: { body: claimRequestSchema } }, async (request, reply) => {
    requireGoodPassword(request.body.password, request.body);
    const outcome = await accounts.claim(request.body, request.headers);
    if (outcome.kind === 'void-link') throw await voidLink(accounts);
    return reply.header('set-cookie', [...outcome.cookies]).send(outcome.session);
  });
  const byPasskey = { config, schema: { body: claimByPasskeyRequestSchema }, ...takesPasskey };
  typed.post(claimByPasskeyPath, byPasskey, async (request, reply) => {
    const outcome = await accounts.claimByPasskey(request.body, request.headers);
    if (outcome.kind === 'void-link') throw await voidLink(accounts);
    if (outcome.kind === 'wrong') throw passkeyNotTaken();
    return reply.header('set-cookie', [...outcome.cookies]).send(outcome.session);
  });
}

async function voidLink(accounts: Accounts): Promise<ProblemError> {
  const detail = (await accounts.isClaimed())
    ? 'This contact database has an owner already: sign in.'
    : 'This link is not the newest one. Start the server again for a new one.';
  return new ProblemError({ status: 403, detail });
}
