import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isApiRequest } from '../edge/is-api-request.ts';
import { notFound } from '../problem.ts';

/** Vite names the files in here after their content, and engines lie below their version: they never change. */
const hashedFile = /[\\/](assets|engines[\\/](words|(ocr|ort)[\\/]\d[\w.-]*))[\\/][^\\/]+$/;
const aYear = 'public, max-age=31536000, immutable';

/** Serves the built app, and its one page for every address that the app's router knows. */
export async function routeStatic(app: FastifyInstance, appFolder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: appFolder,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (response, path) => {
      response.setHeader('cache-control', hashedFile.test(path) ? aYear : 'no-cache');
    },
  });
  app.setNotFoundHandler(async (request, reply) => {
    if (isApiRequest(request) || !isNavigation(request)) throw notFound();
    return reply.sendFile('index.html');
  });
}

/** A page's address has no file ending; what a script or a style asks for is no page. */
function isNavigation({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split(/[?#]/)[0] ?? '';
  const mode = headers['sec-fetch-mode'] ?? 'navigate';
  const isPage = !path.startsWith('/assets/') && !/\.[^/]*$/.test(path);
  return (method === 'GET' || method === 'HEAD') && mode === 'navigate' && isPage;
}
