import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely } from 'kysely';
import { unfinishedRestore } from '../backup/unfinished-restore.ts';
import { type Config, databasePath } from '../config.ts';
import type { Schema } from '../storage/schema.ts';
import { createSqliteDialect } from '../storage/sqlite/sqlite-dialect.ts';
import { checkClock } from './check-clock.ts';
import { checkDatabase } from './check-database.ts';
import { checkFilesAnywhere } from './check-files-anywhere.ts';
import { checkQueue } from './check-transcription.ts';
import { type Finding, wrong } from './finding.ts';
import { tryCheck } from './try-check.ts';

type CheckedConfig = Pick<Config, 's3' | 'transcribe'>;

const advice = 'stop the server and restore a backup.';

/** The database in a data folder, and the files that belong to it. */
export async function checkSqlite(folder: string, config: CheckedConfig): Promise<readonly Finding[]> {
  const path = databasePath({ dataFolder: folder });
  if (existsSync(unfinishedRestore(folder))) {
    return [wrong('A restore was cut off; run justmet restore once more.')];
  }
  if (!existsSync(path)) return [wrong(`There is no database at ${path}; start the server once.`)];
  return tryCheck('The database', advice, () => checkPath(folder, path, config));
}

async function checkPath(folder: string, path: string, config: CheckedConfig): Promise<readonly Finding[]> {
  const found = statSync(path);
  if (!found.isFile()) return [wrong(`${path} is no file; move it away and restore a backup.`)];
  if (found.size === 0) return [wrong(`The database ${path} is empty; ${advice}`)];
  const access = checkAccess(path);
  return access.length > 0 ? access : checkContents(folder, path, config);
}

/** What lies beside it while a server runs is written, too. */
function checkAccess(path: string): Finding[] {
  const closed = ['', '-wal', '-shm'].map((end) => `${path}${end}`).filter((one) => !isWritable(one));
  return closed.map((one) =>
    wrong(`This user may not read and write ${one}; make it readable and writable.`),
  );
}

function isWritable(path: string): boolean {
  if (!existsSync(path)) return true;
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function checkContents(
  folder: string,
  path: string,
  config: CheckedConfig,
): Promise<readonly Finding[]> {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
  const db = new Kysely<Schema>({ dialect: createSqliteDialect(database) });
  try {
    const findings = await checkDatabase(database);
    // What cannot be read tells nothing about files and times.
    if (findings.some(({ kind }) => kind === 'wrong')) return findings;
    const files = await checkFilesAnywhere(folder, config.s3, { db, dialect: 'sqlite' });
    const queue = config.transcribe ? await checkQueue(db) : [];
    return [...findings, ...files, ...queue, checkClock(database, path, new Date())];
  } finally {
    await db.destroy();
  }
}
