import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sessionPath, signInRequestSchema } from '../../protocol/session.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { takesNoBody } from '../edge/body-limits.ts';
import { sessionOf } from '../edge/require-session.ts';
import type { SignInLimits } from '../limits/limit-sign-ins.ts';
import { ProblemError } from '../problem.ts';

/** How often one address may try a claim link. */
export const guessesPerMinute = { max: 10, timeWindow: 60_000 };
/** How often one address may try passwords, whoever's: a house full of people may share it. */
const signInsPerMinute = { max: 60, timeWindow: 60_000 };

/** Each is two looks into the database, whoever asks. */
const signOutsPerMinute = { max: 60, timeWindow: 60_000 };

/** Sign in, who am I, sign out; signing out once more does no harm. */
export function routeSession(app: FastifyInstance, accounts: Accounts, limits: SignInLimits): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const config = { open: true, rateLimit: signInsPerMinute };
  typed.post(sessionPath, { config, schema: { body: signInRequestSchema } }, async (request, reply) => {
    const { email } = request.body;
    await limits.count(request, reply, email);
    const outcome = await accounts.signIn(request.body, request.headers);
    if (outcome.kind === 'wrong') {
      throw new ProblemError({ status: 401, detail: 'The email or the password is not right.' });
    }
    const cookies = [...outcome.cookies, limits.remember(email)];
    return reply.header('set-cookie', cookies).send(outcome.session);
  });
  app.get(sessionPath, async (request) => sessionOf(request));
  const leaving = { config: { open: true, rateLimit: signOutsPerMinute }, ...takesNoBody };
  app.delete(sessionPath, leaving, async (request, reply) => {
    const cookies = await accounts.signOut(request.headers);
    return reply
      .code(204)
      .header('set-cookie', [...cookies])
      .send();
  });
}

export function passkeyNotTaken(): ProblemError {
  const detail = 'The passkey was not taken. Try again.';
  return new ProblemError({ status: 403, detail });
}
