import { build } from 'vite';
import { makeScratch } from '../harness/scratch.ts';

/** Builds the page in a folder for production, into a folder that it answers. */
export async function buildPage(root: string): Promise<string> {
  const outDir = makeScratch('page');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    define: { global: 'globalThis' },
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 5_000 },
  });
  return outDir;
}
