import type { FastifyInstance } from 'fastify';

/**
 * What another app shares is for the device alone, whose service worker takes it before it gets here. Where there is
 * none yet, nothing of it is read: the app opens and says so. A phone sends it from no page, so no origin is asked.
 */
export function answerShare(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'POST' || request.url.split('?')[0] !== '/share') return;
    return reply.redirect('/?share=lost', 303);
  });
}
