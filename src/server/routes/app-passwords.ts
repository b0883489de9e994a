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
import { foundSessionOf } from '../edge/require-session.ts';
import { notFound, ProblemError } from '../problem.ts';

/** Passwords for other programs: made, listed and ended by a person who is signed in. */
export function routeAppPasswords(app: FastifyInstance, appPasswords: AppPasswords): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  app.get(appPasswordsPath, async (request) => ({
    appPasswords: await appPasswords.list(foundSessionOf(request)),
  }));
  typed.post(appPasswordsPath, { schema: { body: newAppPasswordRequestSchema } }, async (request, reply) => {
    const made = await appPasswords.create(foundSessionOf(request), request.body);
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
