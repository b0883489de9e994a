import { join, relative } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { projectRoot } from '../../scripts/project-root.mjs';
import { makeScratch } from '../harness/scratch.ts';

const root = join(projectRoot, 'bench/bare-react');

/** Builds the bare page with the app's tools, and the app's service worker over it. Answers its folder. */
export async function buildBareReact(): Promise<string> {
  const outDir = makeScratch('bare-react');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    plugins: [
      react(),
      VitePWA({
        strategies: 'injectManifest',
        srcDir: relative(root, join(projectRoot, 'src/worker')),
        filename: 'service-worker.ts',
        injectRegister: false,
        manifest: false,
        injectManifest: { globPatterns: ['**/*.{js,css,html}'] },
      }),
    ],
    build: { outDir, emptyOutDir: true, target: ['chrome111', 'safari16.4', 'firefox114'] },
  });
  return outDir;
}
