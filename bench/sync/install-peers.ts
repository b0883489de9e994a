import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isInstalled } from '../../scripts/install.mjs';
import { projectRoot } from '../../scripts/project-root.mjs';

export const peersFolder = join(projectRoot, 'bench/peers');
const limitMs = 600_000;

/** Installs what the app is measured against, into a folder of its own. Says in one sentence why it cannot. */
export async function installPeers(tell: (line: string) => void): Promise<void> {
  const installed = join(peersFolder, 'node_modules/.package-lock.json');
  if (
    existsSync(installed) &&
    isInstalled(readLock(join(peersFolder, 'package-lock.json')), readLock(installed), process)
  )
    return;
  tell('sync: installing the peers…');
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    await promisify(execFile)(npm, ['ci', '--no-audit', '--no-fund'], { cwd: peersFolder, timeout: limitMs });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new Error(`PouchDB and RxDB cannot be installed into bench/peers (${reason}): is there a network?`);
  }
}

function readLock(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
