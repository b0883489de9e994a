import { resolve } from 'node:path';
import { refuseUnfitNode } from './node-version.mjs';

/**
 * Runs a TypeScript program of the project: `node scripts/run-ts.mjs <file> [arguments]`. The file exports
 * `main(args)`. Before, what is missing is installed and built, as for `npm start`. Vite strips the types.
 */
async function runTs() {
  const { prepare } = await import('./prepare.mjs');
  if (!(await prepare({ tell: console.log }))) return;
  const [file = '', ...args] = process.argv.slice(2);
  const { projectRoot } = await import('./project-root.mjs');
  const { runnerImport } = await import('vite');
  const { NODE_ENV } = process.env;
  /** @type {{ module: { main: (args: string[]) => Promise<void> } }} */
  const { module } = await runnerImport(resolve(projectRoot, file), {
    root: projectRoot,
    configFile: false,
    logLevel: 'warn',
  });
  // Vite leaves NODE_ENV=development behind, which what the program builds or starts would inherit.
  if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
  await module.main(args);
}

refuseUnfitNode();
void runTs();
