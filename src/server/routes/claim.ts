import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { storableText } from '../../domain/text.ts';
import { claimPath, claimRequestSchema } from '../../protocol/session.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { badRequest, ProblemError } from '../problem.ts';
import { guessesPerMinute } from './session.ts';

export function routeClaim(app: FastifyInstance, accounts: Accounts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const config = { open: true, rateLimit: guessesPerMinute };
  typed.post(claimPath, { config, schema: { body: claimRequestSchema } }, async (request, reply) => {
    if (storableText(request.body.name) !== request.body.name) {
      throw badRequest([{ field: 'name', detail: 'holds a character that no database can keep' }]);
    }
    const outcome = await accounts.claim(request.body, request.headers);
    if (outcome.kind === 'void-link') {
      const detail = (await accounts.isClaimed())
        ? 'This contact database has an owner already: sign in.'
        : 'This link is not the newest one. Start the server again for a new one.';
      throw new ProblemError({ status: 403, detail });
    }
    return reply.header('set-cookie', [...outcome.cookies]).send(outcome.session);
  });
}
