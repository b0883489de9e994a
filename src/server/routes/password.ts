import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  changePasswordRequestSchema,
  forgottenPath,
  forgottenRequestSchema,
  passwordPath,
  resetPath,
  resetRequestSchema,
} from '../../protocol/passwords.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { takesPasskey } from '../edge/body-limits.ts';
import { sessionOf } from '../edge/require-session.ts';
import { ProblemError } from '../problem.ts';
import { requireGoodPassword } from './require-good-password.ts';
import type { RequireProof } from './require-proof.ts';
import { guessesPerMinute } from './session.ts';

/** Changing a password, and setting another one when it is lost. */
export function routePassword(app: FastifyInstance, accounts: Accounts, requireProof: RequireProof): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const guarded = { rateLimit: guessesPerMinute };
  const open = { open: true, rateLimit: guessesPerMinute };
  const change = { config: guarded, schema: { body: changePasswordRequestSchema }, ...takesPasskey };
  typed.post(passwordPath, change, async (request, reply) => {
    const { proof, password } = request.body;
    requireGoodPassword(password, sessionOf(request));
    await requireProof(proof, request, reply);
    return { ended: await accounts.setPassword(password, request.headers) };
  });
  app.get(forgottenPath, { config: { open: true } }, async () => ({ byMail: accounts.resetsByMail }));
  const forgotten = { config: open, schema: { body: forgottenRequestSchema } };
  typed.post(forgottenPath, forgotten, async (request, reply) => {
    if (!accounts.resetsByMail) {
      throw new ProblemError({ status: 409, detail: 'This contact database cannot send mail.' });
    }
    // Answered first, so that neither the answer nor its time tells whether there is such an account.
    reply.code(202).send();
    accounts.mailResetLink(request.body.email).catch((error: unknown) => {
      const name = error instanceof Error ? error.name : 'unknown';
      request.log.error({ failure: { name } }, 'A mail could not be sent');
    });
    return reply;
  });
  typed.post(resetPath, { config: open, schema: { body: resetRequestSchema } }, async (request, reply) => {
    const { token, password } = request.body;
    const addressee = await accounts.findAddressee(token);
    if (addressee === undefined) throw voidLink();
    requireGoodPassword(password, addressee);
    if ((await accounts.resetPassword({ token, password })) === 'void-link') throw voidLink();
    return reply.code(204).send();
  });
}

function voidLink(): ProblemError {
  const detail = 'This link was used already, or is older than an hour. Ask for a new one.';
  return new ProblemError({ status: 403, detail });
}
