import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { cardParts, cardPartsFolder } from '../../src/device/card-parts.ts';
import { projectRoot } from '../project-root.mjs';

/** Puts what reads cards where the app asks for it, at build time and in the development server. */
export function copyCardParts(): Plugin {
  return {
    name: 'copy-card-parts',
    generateBundle() {
      for (const [name, source] of Object.entries(cardParts)) {
        const fileName = (cardPartsFolder + name).slice(1);
        this.emitFile({ type: 'asset', fileName, source: readFileSync(pathOf(source)) });
      }
    },
    configureServer({ middlewares }) {
      middlewares.use(cardPartsFolder, (request, response, next) => {
        const source = cardParts[(request.url ?? '').split('?')[0]?.slice(1) ?? ''];
        if (source === undefined) return next();
        response.setHeader('content-type', contentType(source));
        response.end(readFileSync(pathOf(source)));
      });
    },
  };
}

function pathOf(source: string): string {
  return join(projectRoot, 'node_modules', source);
}

function contentType(source: string): string {
  if (source.endsWith('.js')) return 'text/javascript';
  return source.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
}
