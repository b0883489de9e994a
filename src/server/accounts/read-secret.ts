import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../start-up-problem.ts';

export const minSecretLength = 43;

/** What cookies are signed with: made once, kept in the data folder, readable by its owner only. */
export function readSecret(dataFolder: string): string {
  const path = join(dataFolder, 'secret');
  const kept = readIfThere(path);
  if (kept.length >= minSecretLength) return kept;
  const secret = randomBytes(32).toString('base64url');
  // Moved into place, so that a power cut never leaves half a secret.
  const made = `${path}.${process.pid}.new`;
  writeFileSync(made, secret, { mode: 0o600, flush: true });
  if (kept.length > 0) renameSync(made, path);
  else linkUnlessThere(made, path);
  // Of two processes that start at once on a new folder, the first one's is that of both.
  return readIfThere(path);
}

function linkUnlessThere(made: string, path: string): void {
  try {
    linkSync(made, path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(made);
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}
