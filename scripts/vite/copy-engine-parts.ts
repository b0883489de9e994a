import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { cardParts, cardPartsFolder } from '../../src/device/card-parts.ts';
import { speechParts, speechPartsFolder } from '../../src/device/speech-parts.ts';
import { projectRoot } from '../project-root.mjs';

const engines = [
  { folder: cardPartsFolder, parts: cardParts },
  { folder: speechPartsFolder, parts: speechParts },
];

/** Puts what reads cards and what writes down speech where the app asks for it: in the build and in development. */
export function copyEngineParts(): Plugin {
  return {
    name: 'copy-engine-parts',
    generateBundle() {
      for (const { folder, parts } of engines) {
        for (const [name, source] of Object.entries(parts)) {
          const fileName = (folder + name).slice(1);
          this.emitFile({ type: 'asset', fileName, source: readFileSync(pathOf(source)) });
        }
      }
    },
    configureServer({ middlewares }) {
      for (const { folder, parts } of engines) {
        middlewares.use(folder, (request, response, next) => {
          const source = parts[(request.url ?? '').split('?')[0]?.slice(1) ?? ''];
          if (source === undefined) return next();
          response.setHeader('content-type', contentType(source));
          response.end(readFileSync(pathOf(source)));
        });
      }
    },
  };
}

function pathOf(source: string): string {
  return join(projectRoot, 'node_modules', source);
}

function contentType(source: string): string {
  if (/\.m?js$/.test(source)) return 'text/javascript';
  return source.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
}
