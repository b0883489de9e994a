import type { FastifyRequest } from 'fastify';

/**
 * True for every address of the API, however it was written (`/%61pi/sync` is `/api/sync`). The
 * route that answers decides; where it is none of the API's, the decoded path does, in any spelling
 * that somebody could mean the API by: an unknown address of the API must not answer with the page.
 */
export function isApiRequest({ url, routeOptions }: FastifyRequest): boolean {
  return isApiPath(routeOptions.url ?? '') || isApiPath(decodePath(url));
}

function isApiPath(path: string): boolean {
  return /^\/+api([/;?#]|$)/i.test(path);
}

/** Also decodes what the router leaves encoded: `%2F`. */
function decodePath(url: string): string {
  const path = url.split(/[?#]/)[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
