import type { FastifyReply } from 'fastify';
import type { Attempts, Limit } from './attempts.ts';
import { tooManyTries } from './limit-routes.ts';

const minute = 60_000;
/** How often somebody may be wrong about one thing. */
export const fewTries: readonly Limit[] = [
  { max: 10, windowMs: minute },
  { max: 30, windowMs: 60 * minute },
];

/** One more try under each key. Throws 429 at the first that is over its limit. */
export async function countTries(
  attempts: Attempts,
  reply: FastifyReply,
  limits: readonly (readonly [key: string, limit: Limit])[],
): Promise<void> {
  for (const [key, limit] of limits) {
    const { count, leftMs } = await attempts.count(key, limit);
    if (count <= limit.max) continue;
    reply.header('retry-after', Math.ceil(leftMs / 1_000));
    throw tooManyTries();
  }
}
