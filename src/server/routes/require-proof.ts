import type { FastifyRequest } from 'fastify';
import type { Proof } from '../../protocol/passwords.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { ProblemError } from '../problem.ts';

/** Ends a request of somebody who holds the device and is not the one who signed in. */
export async function requireProof(
  accounts: Pick<Accounts, 'isProved'>,
  proof: Proof,
  request: FastifyRequest,
): Promise<void> {
  if (await accounts.isProved(proof, request.headers)) return;
  const detail =
    proof.kind === 'password'
      ? 'The present password is not right.'
      : 'That passkey is not one of yours here.';
  throw new ProblemError({ status: 403, detail });
}
