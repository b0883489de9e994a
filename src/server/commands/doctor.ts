import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely } from 'kysely';
import { unfinishedRestore } from '../backup/unfinished-restore.ts';
import { type Config, databasePath, filesPath } from '../config.ts';
import { checkClock } from '../doctor/check-clock.ts';
import { checkDatabase } from '../doctor/check-database.ts';
import { checkFiles, type FileDatabase } from '../doctor/check-files.ts';
import { checkFolder } from '../doctor/check-folder.ts';
import { checkPostgres } from '../doctor/check-postgres.ts';
import { checkStore } from '../doctor/check-store.ts';
import { type Finding, wrong } from '../doctor/finding.ts';
import { StartUpProblem } from '../start-up-problem.ts';
import { explainPostgres } from '../storage/postgres/explain-postgres.ts';
import type { Schema } from '../storage/schema.ts';
import { createSqliteDialect } from '../storage/sqlite/sqlite-dialect.ts';
import type { CommandInput } from './command.ts';
import { readWords } from './read-words.ts';
import { openDatabase } from './with-database.ts';

/** Changes nothing; a server may be running meanwhile. The exit code is 1 when something is wrong. */
export async function run({ words, usage, config, print }: CommandInput): Promise<number> {
  readWords({ words, usage }, {}, 0);
  const folder = resolve(config.dataFolder);
  if (!existsSync(folder)) {
    throw new StartUpProblem(
      `There is no data folder ${folder}; start the server once, or set JUSTMET_DATA.`,
    );
  }
  const contents =
    config.databaseUrl === undefined ? checkSqlite(folder, config) : checkServer(folder, config);
  const findings = [...(await checkFolder(folder, config.secret)), ...(await contents)];
  for (const { kind, sentence } of findings) print(`${kind.padEnd(5)}  ${sentence}`);
  const faults = findings.filter(({ kind }) => kind === 'wrong').length;
  print(faults === 0 ? 'Nothing is wrong.' : `${faults} ${faults === 1 ? 'thing is' : 'things are'} wrong.`);
  return faults === 0 ? 0 : 1;
}

async function checkSqlite(folder: string, config: Config): Promise<Finding[]> {
  const path = databasePath({ dataFolder: folder });
  if (existsSync(unfinishedRestore(folder))) {
    return [wrong('A restore was cut off; run justmet restore once more.')];
  }
  if (!existsSync(path)) return [wrong(`There is no database at ${path}; start the server once.`)];
  const database = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
  const db = new Kysely<Schema>({ dialect: createSqliteDialect(database) });
  try {
    const findings = checkDatabase(database);
    // What cannot be read tells nothing about files and times.
    if (findings.some(({ kind }) => kind === 'wrong')) return findings;
    const files = await checkWhereFilesLie(folder, config, { db, dialect: 'sqlite' });
    return [...findings, ...files, checkClock(database, path, new Date())];
  } finally {
    await db.destroy();
  }
}

async function checkServer(folder: string, config: Config): Promise<Finding[]> {
  const database = openDatabase(config, 'read');
  try {
    const findings = await checkPostgres(database.db, new Date());
    if (findings.some(({ kind }) => kind === 'wrong')) return findings;
    return [...findings, ...(await checkWhereFilesLie(folder, config, database))];
  } catch (error) {
    const explained = explainPostgres(error);
    if (!(explained instanceof StartUpProblem)) throw error;
    return [wrong(explained.message)];
  } finally {
    await database.db.destroy();
  }
}

function checkWhereFilesLie(folder: string, { s3 }: Config, database: FileDatabase): Promise<Finding[]> {
  return s3 === undefined
    ? checkFiles(filesPath({ dataFolder: folder }), database)
    : checkStore(s3, database);
}
