import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Proof } from '../../protocol/passwords.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { sessionOf } from '../edge/require-session.ts';
import type { Attempts, Limit } from '../limits/attempts.ts';
import { countTries, fewTries } from '../limits/count-tries.ts';
import { ProblemError } from '../problem.ts';

/** Ends a request of somebody who holds the device and is not the one who signed in. */
export type RequireProof = (proof: Proof, request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Tries are counted by account, before they are looked at, over all routes: addresses cost a guesser nothing. */
export function createRequireProof(accounts: Pick<Accounts, 'isProved'>, attempts: Attempts): RequireProof {
  return async (proof, request, reply) => {
    const { accountId } = sessionOf(request);
    const limits = fewTries.map((limit): [string, Limit] => [
      `proof of ${accountId} in ${limit.windowMs}`,
      limit,
    ]);
    await countTries(attempts, reply, limits);
    if (await accounts.isProved(proof, request.headers)) return;
    const detail =
      proof.kind === 'password'
        ? 'The current password is not right.'
        : 'That passkey is not one of yours here.';
    throw new ProblemError({ status: 403, detail });
  };
}
