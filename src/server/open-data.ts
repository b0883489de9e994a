import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readSecret } from './accounts/read-secret.ts';
import { type Config, databasePath, filesPath } from './config.ts';
import type { FileStorage } from './files/file-storage.ts';
import { openFolderFiles } from './files/folder-files.ts';
import { errorCode, StartUpProblem } from './start-up-problem.ts';
import { NewerDatabaseError, type OpenedDatabase } from './storage/opened-database.ts';
import { explainPostgres } from './storage/postgres/explain-postgres.ts';
import { openPostgres } from './storage/postgres/open-postgres.ts';
import { openSqlite } from './storage/sqlite/open-sqlite.ts';

export interface OpenedData extends OpenedDatabase {
  readonly files: FileStorage;
  readonly secret: string;
}

/** What is elsewhere than in the data folder. */
export type ElsewhereConfig = Pick<Config, 'databaseUrl' | 'secret'>;

/** Opens the folder that holds everything, or everything but the database, and makes it on the first start. */
export async function openData(dataFolder: string, elsewhere?: ElsewhereConfig): Promise<OpenedData> {
  const folder = resolve(dataFolder);
  const { secret, files } = openFolder(folder, elsewhere?.secret);
  const opened = await openDatabase(folder, elsewhere?.databaseUrl);
  return { ...opened, files, secret };
}

function openFolder(folder: string, givenSecret: string | undefined) {
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const secret = givenSecret ?? readSecret(folder);
    const filesFolder = filesPath({ dataFolder: folder });
    makeFolder(filesFolder);
    return { secret, files: openFolderFiles(filesFolder) };
  } catch (error) {
    throw explainFolder(error, folder);
  }
}

async function openDatabase(folder: string, databaseUrl: string | undefined): Promise<OpenedDatabase> {
  try {
    if (databaseUrl !== undefined) return await openPostgres(databaseUrl, randomUUID);
    return await openSqlite(databasePath({ dataFolder: folder }), randomUUID);
  } catch (error) {
    throw databaseUrl === undefined ? explainFolder(error, folder) : explainPostgres(error);
  }
}

/** One level at a time: Node 20's own recursive way never returns under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

const unwritableCodes = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'ENOENT',
  'ENOSPC',
  'EISDIR',
]);

/** SQLite's primary result codes, https://sqlite.org/rescode.html. */
const unwritableResults = new Set([8, 10, 13, 14]);
const busy = 5;
const notADatabase = new Set([11, 26]);

function explainFolder(error: unknown, folder: string): unknown {
  if (error instanceof NewerDatabaseError) {
    return new StartUpProblem(`The database in ${folder} was written by a newer Justmet; update this one.`);
  }
  const result = sqliteResult(error);
  if (unwritableCodes.has(errorCode(error)) || unwritableResults.has(result)) {
    return new StartUpProblem(
      `The data folder ${folder} cannot be written; make it writable or set JUSTMET_DATA.`,
    );
  }
  if (result === busy) {
    return new StartUpProblem(`The database in ${folder} is in use by another program; stop that one first.`);
  }
  if (notADatabase.has(result)) {
    return new StartUpProblem(`The database in ${folder} is damaged; put a backup in its place.`);
  }
  return error;
}

function sqliteResult(error: unknown): number {
  if (!(error instanceof Error)) return 0;
  const code = 'errcode' in error ? error.errcode : 'sqliteCode' in error ? error.sqliteCode : 0;
  return typeof code === 'number' ? code & 0xff : 0;
}
