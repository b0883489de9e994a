import { refuseUnfitNode } from './node-version.mjs';

/** Progress goes to stderr: stdout carries the rows and nothing else. */
async function sql() {
  const { prepare } = await import('./prepare.mjs');
  if (!(await prepare({ tell: console.error }))) return;
  const { runBuilt } = await import('./run-built.mjs');
  await runBuilt('dist/server/cli.js', ['sql', ...process.argv.slice(2)]);
}

refuseUnfitNode();
void sql();
