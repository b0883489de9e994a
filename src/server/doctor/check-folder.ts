import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { minSecretLength } from '../accounts/read-secret.ts';
import { secretName } from '../backup/manifest.ts';
import { freeBytes, leastFreeBytes } from '../disk-room.ts';
import { type Finding, good, wrong } from './finding.ts';

const othersMay = 0o077;

/** The data folder, the secret in it, and the room on its disk. */
export async function checkFolder(folder: string, givenSecret: string | undefined): Promise<Finding[]> {
  const secret =
    givenSecret === undefined
      ? checkSecret(join(folder, secretName))
      : good('The secret is in JUSTMET_SECRET.');
  return [checkAccess(folder), secret, await checkRoom(folder)];
}

function checkAccess(folder: string): Finding {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return wrong(`This user may not write into ${folder}; make it writable.`);
  }
  if (isOpenToOthers(folder)) {
    return wrong(`Other users of this machine can look into ${folder}; say: chmod 700 ${folder}`);
  }
  return good(`${folder} is writable, and nobody else can look into it.`);
}

function checkSecret(path: string): Finding {
  const secret = readIfThere(path);
  if (secret === undefined) {
    return wrong(`${path} is missing: everybody has to sign in again; a backup has it.`);
  }
  if (secret.trim().length < minSecretLength) return wrong(`${path} is damaged; a backup has it.`);
  if (isOpenToOthers(path))
    return wrong(`Other users of this machine can read ${path}; say: chmod 600 ${path}`);
  return good('The secret is there, and nobody else can read it.');
}

async function checkRoom(folder: string): Promise<Finding> {
  const free = await freeBytes(folder);
  const room = `${Math.floor(free / 1_000_000).toLocaleString('en')} MB`;
  if (free < leastFreeBytes) return wrong(`Only ${room} are free on the disk of ${folder}; make room.`);
  return good(`${room} are free on its disk.`);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Windows has no such bits. */
function isOpenToOthers(path: string): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & othersMay) !== 0;
}
