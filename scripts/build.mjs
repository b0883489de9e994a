import { refuseUnfitNode } from './node-version.mjs';

async function build() {
  const { prepare } = await import('./prepare.mjs');
  await prepare({ tell: console.log, force: process.argv.includes('--force') });
}

refuseUnfitNode();
void build();
