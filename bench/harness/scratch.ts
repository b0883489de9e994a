import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let root: string | undefined;
let made = 0;

/** A new folder on the disk for a profile or for data; gone when the process ends, however it ends. */
export function makeScratch(name: string): string {
  root ??= makeRoot();
  const folder = join(root, `${++made}-${name}`);
  mkdirSync(folder);
  return folder;
}

function makeRoot(): string {
  const folder = mkdtempSync(join(tmpdir(), 'justmet-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
