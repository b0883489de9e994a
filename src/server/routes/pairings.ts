import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { emptyRequestSchema } from '../../protocol/empty-request.ts';
import {
  claimPairingPath,
  claimPairingRequestSchema,
  confirmPairingPath,
  confirmPairingRequestSchema,
  joinPairingPath,
  joinPairingRequestSchema,
  pairingParamsSchema,
  pairingPath,
  pairingsPath,
} from '../../protocol/pairing.ts';
import type { Pairings } from '../accounts/pairings.ts';
import { foundSessionOf } from '../edge/require-session.ts';
import { ProblemError } from '../problem.ts';
import { guessesPerMinute } from './session.ts';

/** A phone that waits asks every second. */
const questionsPerMinute = { max: 150, timeWindow: 60_000 };

/** A phone joins by a code that a signed-in device shows (docs/decisions/0017-devices.md). */
export function routePairings(app: FastifyInstance, pairings: Pairings): void {
  routeShowing(app, pairings);
  routeJoining(app, pairings);
}

/** The side that is signed in. */
function routeShowing(app: FastifyInstance, pairings: Pairings): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const params = pairingParamsSchema;
  const showing = { config: { rateLimit: guessesPerMinute }, schema: { body: emptyRequestSchema } };
  typed.post(pairingsPath, showing, async (request) => pairings.create(foundSessionOf(request)));
  typed.get(pairingPath, { schema: { params } }, async (request, reply) => {
    return reply.send(await pairings.read(foundSessionOf(request), request.params.id));
  });
  typed.delete(pairingPath, { schema: { params } }, async (request, reply) => {
    await pairings.end(foundSessionOf(request), request.params.id);
    return reply.code(204).send();
  });
  const schema = { params, body: confirmPairingRequestSchema };
  typed.post(confirmPairingPath, { schema }, async (request, reply) => {
    const { id } = request.params;
    if (!(await pairings.confirm(foundSessionOf(request), id, request.body.joiner))) throw voidCode();
    return reply.code(204).send();
  });
}

/** The phone's side: what it knows of the code stands for a session. */
function routeJoining(app: FastifyInstance, pairings: Pairings): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const claimConfig = { open: true, rateLimit: guessesPerMinute };
  const claimSchema = { body: claimPairingRequestSchema };
  typed.post(claimPairingPath, { config: claimConfig, schema: claimSchema }, async (request, reply) => {
    const outcome = await pairings.claim(request.body);
    if (outcome.kind === 'claimed') return reply.send(outcome.pairing);
    if (outcome.kind === 'void') throw voidCode();
    const detail = 'Another phone has used this code. It works for neither now: show a new one.';
    throw new ProblemError({ status: 403, detail });
  });
  const joinConfig = { open: true, rateLimit: questionsPerMinute };
  const joinSchema = { body: joinPairingRequestSchema };
  typed.post(joinPairingPath, { config: joinConfig, schema: joinSchema }, async (request, reply) => {
    const outcome = await pairings.join(request.body, request.headers);
    if (outcome.kind === 'waiting') return reply.send({ state: 'waiting' });
    if (outcome.kind === 'void') throw voidCode();
    const { session, cookies } = outcome;
    return reply.header('set-cookie', [...cookies]).send({ state: 'joined', session });
  });
}

/** The same for each reason, so that nobody learns which codes there are. */
function voidCode(): ProblemError {
  return new ProblemError({ status: 403, detail: 'This code does not work any more. Show a new one.' });
}
