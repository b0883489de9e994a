import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const minSecretLength = 43;

/** What cookies are signed with: made once, kept in the data folder, readable by its owner only. */
export function readSecret(dataFolder: string): string {
  const path = join(dataFolder, 'secret');
  const kept = readIfThere(path);
  if (kept.length >= minSecretLength) return kept;
  const secret = randomBytes(32).toString('base64url');
  // Renamed into place, so that a power cut never leaves half a secret.
  writeFileSync(`${path}.new`, secret, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
  return secret;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
