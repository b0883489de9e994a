import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import * as tar from 'tar';
import { databasePath, filesPath } from '../config.ts';
import { listFiles } from '../files/list-files.ts';
import { packageVersion } from '../package-version.ts';
import { hashFile } from './hash-file.ts';
import {
  backupFormat,
  databaseName,
  type Manifest,
  type Member,
  manifestName,
  secretName,
} from './manifest.ts';
import { snapshotDatabase } from './snapshot-database.ts';
import { syncPath } from './sync-path.ts';

export interface MadeBackup {
  readonly manifest: Manifest;
  /** Files whose bytes are not what their name says: they are left out. */
  readonly damaged: readonly string[];
}

export interface BackupSource {
  readonly dataFolder: string;
  /** Where it is not the one in the folder. */
  readonly secret: string | undefined;
}

/**
 * One plain tar file with database, secret, pictures and recordings, and a manifest as its last member. It has
 * its name only when it is whole and on the disk. `to` must not exist.
 */
export async function makeBackup(
  { dataFolder, secret }: BackupSource,
  to: string,
  now: Date,
): Promise<MadeBackup> {
  const work = join(dirname(resolve(to)), `.${basename(to)}.${randomUUID()}`);
  await mkdir(work, { mode: 0o700 });
  try {
    const snapshot = snapshotDatabase(databasePath({ dataFolder }), join(work, databaseName));
    if (secret === undefined) await copyFile(join(dataFolder, secretName), join(work, secretName));
    else await writeFile(join(work, secretName), secret, { mode: 0o600 });
    // After the database: files are only ever added, so each one that the snapshot counts on is here.
    const { members: files, damaged } = await checkFiles(filesPath({ dataFolder }));
    const own = [await memberOf(work, databaseName), await memberOf(work, secretName)];
    const counts = { ...snapshot.counts, files: files.length };
    const manifest: Manifest = {
      format: backupFormat,
      version: packageVersion(),
      madeAt: now.toISOString(),
      migrations: snapshot.migrations,
      counts,
      members: [...own, ...files],
    };
    await writeFile(join(work, manifestName), JSON.stringify(manifest, null, 2));
    const file = join(work, 'backup.tar');
    await pack(file, work, [databaseName, secretName]);
    await pack(
      file,
      dataFolder,
      files.map(({ name }) => name),
    );
    await pack(file, work, [manifestName]);
    await syncPath(file);
    await publish(file, to);
    return { manifest, damaged };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Begins the archive, or goes on with it. */
async function pack(file: string, cwd: string, names: string[]): Promise<void> {
  if (names.length === 0) return;
  const options = { file, cwd, portable: true, strict: true, noDirRecurse: true };
  if (existsSync(file)) await tar.replace(options, names);
  else await tar.create({ ...options, mode: 0o600 }, names);
}

/** A link fails where somebody made the file meanwhile; a rename would take its place. */
async function publish(file: string, to: string): Promise<void> {
  try {
    await link(file, to);
  } catch {
    // A file system without links.
    if (existsSync(to)) throw new Error('The backup was made by somebody else meanwhile');
    await rename(file, to);
  }
  await syncPath(dirname(resolve(to)));
}

async function memberOf(folder: string, name: string): Promise<Member> {
  return { name, ...(await hashFile(join(folder, name))) };
}

async function checkFiles(folder: string): Promise<{ members: Member[]; damaged: string[] }> {
  const members: Member[] = [];
  const damaged: string[] = [];
  for (const { name, hash } of (await listFiles(folder)).files) {
    const hashed = await hashFile(join(folder, name));
    if (hashed.sha256 === hash) members.push({ name: `files/${name}`, ...hashed });
    else damaged.push(name);
  }
  return { members, damaged };
}
