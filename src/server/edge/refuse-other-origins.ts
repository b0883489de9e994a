import type { FastifyInstance, FastifyRequest } from 'fastify';
import { partMediaType } from '../../protocol/files.ts';
import { ProblemError } from '../problem.ts';
import { formMediaType } from './parse-form-bodies.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Takes a form, and nothing else: a page for visitors, who have no session. It must not look at cookies, since any
     * page can send a form, and it proves by itself where the form came from.
     */
    takesForm?: boolean;
  }
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Keeps other sites from acting with this one's cookies. A browser names the page that a request
 * comes from in Origin, and how near it is in Sec-Fetch-Site; and no plain form can send JSON, so a POST must, nor bytes by PUT.
 */
export function refuseOtherOrigins(app: FastifyInstance, origin: string | undefined): void {
  app.addHook('onRequest', async (request) => {
    if (readingMethods.has(request.method)) return;
    if (request.routeOptions.config.takesForm === true) {
      if (mediaTypeOf(request) === formMediaType) return;
      throw new ProblemError({ status: 415, detail: `Send a form: content-type ${formMediaType}.` });
    }
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

function isUnknownToForms(request: FastifyRequest): boolean {
  const { method } = request;
  const type = mediaTypeOf(request);
  return method === 'DELETE' || type === 'application/json' || (method === 'PUT' && type === partMediaType);
}

function mediaTypeOf({ headers }: FastifyRequest): string | undefined {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase();
}
