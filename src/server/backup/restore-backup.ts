import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { type CheckedBackup, unpackAndCheck } from './check-backup.ts';
import { databaseName, type Manifest, manifestName, secretName } from './manifest.ts';
import { syncPath } from './sync-path.ts';
import { unfinishedRestore } from './unfinished-restore.ts';

export type RestoreOutcome =
  | { readonly kind: 'restored'; readonly manifest: Manifest; readonly setAside: string | undefined }
  | Extract<CheckedBackup, { kind: 'bad' }>;

const filesName = 'files';

/**
 * Nothing in the data folder is touched before the whole backup was unpacked, read again and found good. What was
 * there is moved into a folder beside, never deleted. No server may run on the data folder.
 */
export async function restoreBackup(file: string, dataFolder: string, now: Date): Promise<RestoreOutcome> {
  makeFolder(dataFolder);
  const work = join(dataFolder, `.unpacking-${randomUUID()}`);
  try {
    const checked = await unpackAndCheck(file, work);
    if (checked.kind === 'bad') return checked;
    await rm(join(work, manifestName));
    await mkdir(join(work, filesName), { recursive: true, mode: 0o700 });
    await settle(work);
    const ready = unfinishedRestore(dataFolder);
    // Of a restore that was cut off: it was never put in place.
    await rm(ready, { recursive: true, force: true });
    await rename(work, ready);
    const setAside = await moveAside(dataFolder, now);
    await putInPlace(ready, dataFolder);
    return { kind: 'restored', manifest: checked.manifest, setAside };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Readable by its owner only, and on the disk. */
async function settle(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    await chmod(path, entry.isDirectory() ? 0o700 : 0o600);
    await syncPath(path);
  }
  await syncPath(folder);
}

async function moveAside(dataFolder: string, now: Date): Promise<string | undefined> {
  const own = [databaseName, `${databaseName}-wal`, `${databaseName}-shm`, secretName, filesName];
  const there = (await readdir(dataFolder)).filter((name) => own.includes(name));
  if (there.length === 0) return undefined;
  const aside = join(dataFolder, `before-restore-${now.toISOString().replace(/\D/g, '').slice(0, 14)}`);
  await mkdir(aside, { recursive: true, mode: 0o700 });
  for (const name of there) await rename(join(dataFolder, name), join(aside, name));
  await syncPath(aside);
  return aside;
}

/** The database last: until then a server finds an unfinished restore, and says so. */
async function putInPlace(ready: string, dataFolder: string): Promise<void> {
  for (const name of [filesName, secretName, databaseName]) {
    await rename(join(ready, name), join(dataFolder, name));
  }
  await rm(ready, { recursive: true });
  await syncPath(dataFolder);
  await syncPath(dirname(dataFolder));
}
