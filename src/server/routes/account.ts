import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Reach } from '../../domain/leaving.ts';
import {
  accountPath,
  deleteAccountPath,
  deleteAccountRequestSchema,
  exportPath,
  exportQuerySchema,
  othersHereProblemType,
} from '../../protocol/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { takesPasskey } from '../edge/body-limits.ts';
import { sessionOf } from '../edge/require-session.ts';
import { ProblemError } from '../problem.ts';
import type { RequireProof } from './require-proof.ts';
import { guessesPerMinute } from './session.ts';

export interface AccountRouteParts {
  readonly accounts: Accounts;
  readonly requireProof: RequireProof;
  /** Removes the files of accounts that were deleted. */
  readonly eraseFiles: () => Promise<void>;
  /** What may leave of an account, as pieces of one JSON text. */
  readonly exportAccount: (accountId: string, reach: Reach) => Promise<AsyncIterable<string>>;
}

/** An account as a whole: how it stands, everything in it as a file, and its end. */
export function routeAccount(app: FastifyInstance, parts: AccountRouteParts): void {
  const { accounts, requireProof, eraseFiles, exportAccount } = parts;
  const typed = app.withTypeProvider<ZodTypeProvider>();
  app.get(accountPath, async (request) => accounts.readFacts(request.headers));
  const exporting = { config: { rateLimit: guessesPerMinute }, schema: { querystring: exportQuerySchema } };
  typed.get(exportPath, exporting, async (request, reply) => {
    const reach = request.query.private === 'yes' ? 'private' : 'public';
    const pieces = await exportAccount(sessionOf(request).accountId, reach);
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="justmet.json"')
      .send(Readable.from(pieces));
  });
  const deleting = {
    config: { rateLimit: guessesPerMinute },
    schema: { body: deleteAccountRequestSchema },
    ...takesPasskey,
  };
  typed.post(deleteAccountPath, deleting, async (request, reply) => {
    const { proof, leavesOthers } = request.body;
    await requireProof(proof, request, reply);
    const outcome = await accounts.deleteAccount({ leavesOthers }, request.headers);
    if (outcome === 'others-here') {
      const detail = 'Others have accounts here. They stay, and nobody can invite from the app any more.';
      throw new ProblemError({ status: 409, type: othersHereProblemType, detail });
    }
    const cookies = await accounts.signOut(request.headers);
    request.log.warn({ event: 'account-deleted' }, 'An account was deleted');
    await eraseFiles();
    return reply
      .code(204)
      .header('set-cookie', [...cookies])
      .send();
  });
}
