import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  appPasswordParamsSchema,
  appPasswordPath,
  appPasswordsPath,
  maxAppPasswords,
  newAppPasswordRequestSchema,
} from '../../protocol/app-passwords.ts';
import type { AppPasswords } from '../accounts/app-passwords.ts';
import { takesPasskey } from '../edge/body-limits.ts';
import { foundSessionOf } from '../edge/require-session.ts';
import { notFound, ProblemError } from '../problem.ts';
import type { RequireProof } from './require-proof.ts';
import { guessesPerMinute } from './session.ts';

/** Passwords for other programs: made, listed and ended by a person who is signed in; made only with proof of it. */
export function routeAppPasswords(
  app: FastifyInstance,
  appPasswords: AppPasswords,
  requireProof: RequireProof,
): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  app.get(appPasswordsPath, async (request) => ({
    appPasswords: await appPasswords.list(foundSessionOf(request)),
  }));
  const making = {
    config: { rateLimit: guessesPerMinute },
    schema: { body: newAppPasswordRequestSchema },
    ...takesPasskey,
  };
  typed.post(appPasswordsPath, making, async (request, reply) => {
    const { proof, ...wanted } = request.body;
    await requireProof(proof, request, reply);
    const made = await appPasswords.create(foundSessionOf(request), wanted);
    if (made === 'too-many') {
      const detail = `There are ${maxAppPasswords} app passwords already. End one that is not used any more.`;
      throw new ProblemError({ status: 409, detail });
    }
    return reply.code(201).send(made);
  });
  typed.delete(appPasswordPath, { schema: { params: appPasswordParamsSchema } }, async (request, reply) => {
    if (!(await appPasswords.revoke(foundSessionOf(request), request.params.id))) throw notFound();
    return reply.code(204).send();
  });
}
