import type { FastifyInstance } from 'fastify';

const everyMs = 100;

/**
 * Node closes what is idle when closing begins. A connection whose request was under way then would be kept open
 * after its answer, for the next one that never comes, and the process with it.
 */
export function endConnections(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    const ending = setInterval(() => app.server.closeIdleConnections(), everyMs);
    app.server.once('close', () => clearInterval(ending));
    ending.unref();
  });
}
