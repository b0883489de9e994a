import rateLimit, { type FastifyRateLimitStore, type FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { ProblemError } from '../problem.ts';
import type { Attempts } from './attempts.ts';

/**
 * Makes a route's `config: { rateLimit: { max, timeWindow } }` count over all processes: so many tries by one
 * address (an IPv6 one counts as its /64) at one route.
 */
export async function limitRoutes(app: FastifyInstance, attempts: Attempts): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    store: storeOf(attempts),
    errorResponseBuilder: () => tooManyTries(),
  });
}

export function tooManyTries(): ProblemError {
  return new ProblemError({ status: 429, detail: 'That was too often. Wait a minute and try again.' });
}

/** What the plugin gives its store for one route. */
const routeSchema = z.object({
  routeInfo: z.object({
    method: z.optional(z.union([z.string(), z.array(z.string())])),
    url: z.optional(z.string()),
  }),
});

function storeOf(attempts: Attempts): FastifyRateLimitStoreCtor {
  return class AttemptsStore implements FastifyRateLimitStore {
    readonly #route: string;

    constructor(options: unknown) {
      const { method, url } = routeSchema.safeParse(options).data?.routeInfo ?? {};
      this.#route = `${[method].flat().join()} ${url}`;
    }

    incr(
      key: string,
      callback: (error: Error | null, result?: { current: number; ttl: number }) => void,
      windowMs: number,
      max: number,
    ): void {
      attempts.count(`${this.#route} by ${key}`, { max, windowMs }).then(
        ({ count, leftMs }) => callback(null, { current: count, ttl: leftMs }),
        (error: Error) => callback(error),
      );
    }

    child(options: unknown): AttemptsStore {
      return new AttemptsStore(options);
    }
  };
}
