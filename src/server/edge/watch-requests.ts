import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../watch/create-metrics.ts';

/**
 * One line a request, and one count. Never the address, the headers or the body: they hold names, numbers and
 * tokens. Who asked is not said either.
 */
export function watchRequests(app: FastifyInstance, metrics: Metrics | undefined): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const route = routeOptions.url ?? 'none';
    const status = reply.statusCode;
    metrics?.observe({ method, route, status, seconds: reply.elapsedTime / 1_000 });
    request.log.info({ method, route, status, ms: Math.round(reply.elapsedTime) }, 'Answered');
  });
}
