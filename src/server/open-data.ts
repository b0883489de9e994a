import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSecret } from './accounts/read-secret.ts';
import { unfinishedRestore } from './backup/unfinished-restore.ts';
import { type Config, databasePath, filesPath } from './config.ts';
import type { FileStorage } from './files/file-storage.ts';
import { openFolderFiles } from './files/folder-files.ts';
import { listFiles } from './files/list-files.ts';
import type { S3Config } from './files/s3-config.ts';
import { makeFolder } from './make-folder.ts';
import { errorCode, StartUpProblem } from './start-up-problem.ts';
import { NewerDatabaseError, type OpenedDatabase } from './storage/opened-database.ts';
import { explainPostgres } from './storage/postgres/explain-postgres.ts';
import { openPostgres } from './storage/postgres/open-postgres.ts';
import { openSqlite } from './storage/sqlite/open-sqlite.ts';
import { busyResult, damagedResults, sqliteResult } from './storage/sqlite/sqlite-result.ts';

export interface OpenedData extends OpenedDatabase {
  readonly files: FileStorage;
  readonly secret: string;
  /** What whoever runs the server should know, each a sentence; empty on a good day. */
  readonly remarks: readonly string[];
}

/** What is elsewhere than in the data folder. */
export type ElsewhereConfig = Pick<Config, 'databaseUrl' | 'secret' | 's3'>;

/** Opens the folder that holds everything but what is elsewhere, and makes it on the first start. */
export async function openData(dataFolder: string, elsewhere?: ElsewhereConfig): Promise<OpenedData> {
  const folder = resolve(dataFolder);
  const secret = inFolder(folder, () => openFolder(folder, elsewhere?.secret));
  if (elsewhere?.databaseUrl === undefined) await refuseLostDatabase(folder);
  const opened = await openDatabase(folder, elsewhere?.databaseUrl);
  const files = elsewhere?.s3 ? await openStore(elsewhere.s3) : await openFiles(folder, opened.db);
  return { ...opened, ...files, secret };
}

type OpenedFiles = Pick<OpenedData, 'files' | 'remarks'>;

async function openFiles(folder: string, db: OpenedDatabase['db']): Promise<OpenedFiles> {
  const filesFolder = filesPath({ dataFolder: folder });
  const remarks = existsSync(filesFolder) ? [] : await remarkLostFiles(db, filesFolder);
  inFolder(folder, () => makeFolder(filesFolder));
  return { files: openFolderFiles(filesFolder), remarks };
}

/** Its code is loaded only where there is a store. */
async function openStore(config: S3Config): Promise<OpenedFiles> {
  const { openS3Files } = await import('./files/s3-files.ts');
  const { checkBucket } = await import('./files/check-bucket.ts');
  const problem = await checkBucket(config);
  if (problem !== undefined) throw new StartUpProblem(problem);
  return { files: openS3Files(config), remarks: [] };
}

function inFolder<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explainFolder(error, folder);
  }
}

/** Answers the secret. */
function openFolder(folder: string, givenSecret: string | undefined): string {
  makeFolder(folder);
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  if (existsSync(unfinishedRestore(folder))) {
    throw new StartUpProblem(`A restore into ${folder} did not finish; run justmet restore once more.`);
  }
  return givenSecret ?? readSecret(folder);
}

/** A new database beside pictures of an old one would look like a first start, and hide the loss. */
async function refuseLostDatabase(folder: string): Promise<void> {
  const filesFolder = filesPath({ dataFolder: folder });
  const path = databasePath({ dataFolder: folder });
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 0 || (await listFiles(filesFolder)).files.length === 0) return;
  throw new StartUpProblem(
    `The database ${path} is gone but pictures are there; put a backup in its place, or move ${filesFolder} away to begin anew.`,
  );
}

async function openDatabase(folder: string, databaseUrl: string | undefined): Promise<OpenedDatabase> {
  try {
    if (databaseUrl !== undefined) return await openPostgres(databaseUrl, randomUUID);
    return await openSqlite(databasePath({ dataFolder: folder }), randomUUID);
  } catch (error) {
    throw databaseUrl === undefined ? explainFolder(error, folder) : explainPostgres(error);
  }
}

async function remarkLostFiles(db: OpenedDatabase['db'], folder: string): Promise<string[]> {
  const file = await db
    .selectFrom('row')
    .select('id')
    .where('table', '=', 'file')
    .limit(1)
    .executeTakeFirst();
  if (file === undefined) return [];
  return [
    `The folder ${folder} with pictures and recordings was gone and was made anew; put it back from a backup.`,
  ];
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
  if (result === busyResult) {
    return new StartUpProblem(`The database in ${folder} is in use by another program; stop that one first.`);
  }
  if (damagedResults.has(result)) {
    return new StartUpProblem(`The database in ${folder} is damaged; put a backup in its place.`);
  }
  return error;
}
