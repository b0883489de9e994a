import { refuseUnfitNode } from './node-version.mjs';

async function start() {
  const { endWithNpm } = await import('./end-with-npm.mjs');
  endWithNpm();
  const { prepare } = await import('./prepare.mjs');
  if (!(await prepare({ tell: console.log }))) return;
  const { runBuilt } = await import('./run-built.mjs');
  await runBuilt('dist/server/cli.js', ['serve', ...process.argv.slice(2)]);
}

refuseUnfitNode();
void start();
