import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { projectRoot } from '../../scripts/project-root.mjs';
import { cardParts, cardPartsFolder } from '../../src/device/card-parts.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** The app's own policy for its pages, but that the bench hands pictures over as `data:` addresses. */
const contentPolicy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; img-src 'self' data: blob:; connect-src 'self' data:";

/** Answers the built page and the parts that read cards, all from one origin. */
export async function serveCards(pageFolder: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://page').pathname);
    const part = path.startsWith(cardPartsFolder) ? cardParts[path.slice(cardPartsFolder.length)] : undefined;
    const isOurs = part === undefined && path.startsWith(cardPartsFolder);
    const folder = isOurs ? join(projectRoot, 'public') : pageFolder;
    const file =
      part === undefined
        ? join(folder, path === '/' ? 'index.html' : path)
        : join(projectRoot, 'node_modules', part);
    const body = createReadStream(file);
    body.once('error', () => response.writeHead(404).end());
    body.once('open', () => {
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
      response.setHeader('content-security-policy', contentPolicy);
      body.pipe(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Listening on no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
