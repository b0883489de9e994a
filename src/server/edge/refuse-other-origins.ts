import type { FastifyInstance, FastifyRequest } from 'fastify';
import { partMediaType } from '../../protocol/files.ts';
import { ProblemError } from '../problem.ts';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Keeps other sites from acting with this one's cookies. A browser names the page that a request
 * comes from in Origin, and how near it is in Sec-Fetch-Site; and no plain form can send JSON, so a POST must, nor bytes by PUT.
 */
export function refuseOtherOrigins(app: FastifyInstance, origin: string | undefined): void {
  app.addHook('onRequest', async (request) => {
    if (readingMethods.has(request.method)) return;
    if (!isOwnOrigin(request, origin)) {
      throw new ProblemError({ status: 403, detail: 'This request comes from another site.' });
    }
    if (!isUnknownToForms(request)) {
      throw new ProblemError({ status: 415, detail: 'Send JSON: content-type application/json.' });
    }
  });
}

function isOwnOrigin({ headers }: FastifyRequest, own: string | undefined): boolean {
  const { origin, host, 'sec-fetch-site': site = 'none' } = headers;
  if (site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined || origin === own) return true;
  if (!URL.canParse(origin) || host === undefined) return false;
  const from = new URL(origin).host;
  // The public name counts with its own scheme only: the same name over http may be somebody in between.
  return from === host.toLowerCase() && (own === undefined || from !== new URL(own).host);
}

function isUnknownToForms({ method, headers }: FastifyRequest): boolean {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return method === 'DELETE' || type === 'application/json' || (method === 'PUT' && type === partMediaType);
}
