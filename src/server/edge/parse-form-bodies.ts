import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readBodyText } from './parse-json-bodies.ts';

export const formMediaType = 'application/x-www-form-urlencoded';

/** What a page without script sends, for the routes that say `config: { takesForm: true }`: an object of texts. */
export function parseFormBodies(app: FastifyInstance): void {
  const parse = async (request: FastifyRequest, body: Buffer) =>
    Object.fromEntries(new URLSearchParams(await readBodyText(request, body)));
  app.addContentTypeParser(formMediaType, { parseAs: 'buffer' }, parse);
}
