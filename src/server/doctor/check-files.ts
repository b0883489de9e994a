import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { hashFile } from '../backup/hash-file.ts';
import { listFiles } from '../files/list-files.ts';
import { type DialectName, dialectWords } from '../storage/dialect.ts';
import type { Schema } from '../storage/schema.ts';
import { type Finding, good, wrong } from './finding.ts';
import { tryCheck } from './try-check.ts';

export interface FileDatabase {
  readonly db: Kysely<Schema>;
  readonly dialect: DialectName;
}

/** Reads every picture and recording again. What has not arrived yet is no fault: a device still has it. */
export async function checkFiles(folder: string, database: FileDatabase): Promise<readonly Finding[]> {
  const wanted = await namesWanted(database);
  if (!existsSync(folder)) {
    if (wanted.size === 0) return [good('There are no pictures and recordings yet.')];
    return [wrong(`${folder}, where pictures and recordings lie, is gone; put it back from a backup.`)];
  }
  const access = checkAccess(folder);
  if (access !== undefined) return [access];
  return tryCheck(folder, 'make all in it readable, or put it back from a backup.', () =>
    readAll(folder, wanted),
  );
}

function checkAccess(folder: string): Finding | undefined {
  if (!statSync(folder).isDirectory()) {
    return wrong(`${folder}, where pictures and recordings lie, is no folder; put it back from a backup.`);
  }
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return undefined;
  } catch {
    return wrong(`This user may not read and write ${folder}; make it readable and writable.`);
  }
}

async function readAll(folder: string, wanted: ReadonlySet<string>): Promise<readonly Finding[]> {
  const { files, setAside } = await listFiles(folder);
  const faults: Finding[] = [];
  for (const { name, hash } of files) {
    const path = join(folder, name);
    const advice = 'make it readable, or put it back from a backup.';
    faults.push(...(await tryCheck(path, advice, () => checkFile(path, hash))));
  }
  const here = new Set(files.map(({ account, hash }) => `${account}/${hash}`));
  const missing = [...wanted].filter((name) => !here.has(name)).length;
  return [
    ...faults,
    ...setAside.map((name) =>
      wrong(`${join(folder, name)} was found damaged and set aside; once it is back, remove it.`),
    ),
    ...(faults.length > 0 ? [] : [good(`${files.length} pictures and recordings are as they were sent.`)]),
    ...(missing === 0 ? [] : [good(`${missing} more have not arrived: they are on the devices still.`)]),
  ];
}

async function checkFile(path: string, hash: string): Promise<Finding[]> {
  if ((await hashFile(path)).sha256 === hash) return [];
  return [wrong(`${path} is not what it was; put it back from a backup.`)];
}

/** The files that rows name, as `<account>/<hash>`. */
export async function namesWanted({ db, dialect }: FileDatabase): Promise<Set<string>> {
  const { asJson } = dialectWords(dialect);
  const { rows } = await sql<{ account_id: string; hash: string | null }>`
    select account_id, "values"${asJson} ->> 'hash' as hash from "row" where "table" = 'file' and deleted = 0`.execute(
    db,
  );
  const named = rows.filter(({ hash }) => hash !== null);
  return new Set(named.map(({ account_id, hash }) => `${encodeURIComponent(account_id)}/${hash}`));
}
