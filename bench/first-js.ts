import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAstAsync } from 'vite';
import { projectRoot } from '../scripts/project-root.mjs';
import type { Figure, Measurement } from './harness/measurement.ts';

const appFolder = join(projectRoot, 'dist/app');
const goal = 135_000;

/**
 * The JavaScript that must be there before the first screen works: what index.html loads, and all that
 * those modules import statically. Counted as gzip makes it at its best (level 9).
 */
export const firstJs: Measurement = {
  name: 'first-js',
  async measure() {
    const files = await listFirstFiles();
    const sizes = files.map((file) => gzipSync(readFileSync(file), { level: 9 }).length);
    const each = files.map(
      (file, index): Figure => ({ what: relative(appFolder, file), value: sizes[index] ?? 0, unit: 'bytes' }),
    );
    const sum = sizes.reduce((total, size) => total + size, 0);
    const figures: Figure[] = [
      { what: 'first JavaScript, gzip', value: sum, unit: 'bytes', atMost: goal },
      ...each,
    ];
    return { figures, raw: { gzip: sizes, plain: files.map((file) => readFileSync(file).length) } };
  },
};

async function listFirstFiles(): Promise<string[]> {
  const html = readFileSync(join(appFolder, 'index.html'), 'utf8');
  const tags = html.match(/<script\b[^>]*>|<link\b[^>]*rel="modulepreload"[^>]*>/g) ?? [];
  const waiting = tags.flatMap((tag) => {
    const address = /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1];
    return address === undefined ? [] : [join(appFolder, address)];
  });
  const found = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    waiting.push(...(await listImports(file)));
  }
  return [...found];
}

async function listImports(file: string): Promise<string[]> {
  const { body } = await parseAstAsync(readFileSync(file, 'utf8'));
  return body.flatMap((statement) => {
    const source = 'source' in statement ? statement.source?.value : undefined;
    return typeof source === 'string' ? [resolve(dirname(file), source)] : [];
  });
}
