import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { checkFilesAnywhere } from '../doctor/check-files-anywhere.ts';
import { checkFolder } from '../doctor/check-folder.ts';
import { checkPostgres } from '../doctor/check-postgres.ts';
import { checkSqlite } from '../doctor/check-sqlite.ts';
import { checkQueue, checkTranscription } from '../doctor/check-transcription.ts';
import { type Finding, wrong } from '../doctor/finding.ts';
import { tryCheck } from '../doctor/try-check.ts';
import { StartUpProblem } from '../start-up-problem.ts';
import { explainPostgres } from '../storage/postgres/explain-postgres.ts';
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
  const around = tryCheck(folder, 'make it readable.', () => checkFolder(folder, config.secret));
  const writer = config.transcribe && checkTranscription(config.transcribe);
  const findings = [...(await around), ...(await contents), ...(writer ? [await writer] : [])];
  for (const { kind, sentence } of findings) print(`${kind.padEnd(5)}  ${sentence}`);
  const faults = findings.filter(({ kind }) => kind === 'wrong').length;
  print(faults === 0 ? 'Nothing is wrong.' : `${faults} ${faults === 1 ? 'thing is' : 'things are'} wrong.`);
  return faults === 0 ? 0 : 1;
}

async function checkServer(folder: string, config: Config): Promise<readonly Finding[]> {
  return tryCheck('The database', 'restore a dump.', () => checkTables(folder, config));
}

async function checkTables(folder: string, config: Config): Promise<readonly Finding[]> {
  const database = openDatabase(config, 'read');
  try {
    const findings = await checkPostgres(database.db, new Date());
    if (findings.some(({ kind }) => kind === 'wrong')) return findings;
    const queue = config.transcribe ? await checkQueue(database.db) : [];
    return [...findings, ...(await checkFilesAnywhere(folder, config.s3, database)), ...queue];
  } catch (error) {
    const explained = explainPostgres(error);
    if (!(explained instanceof StartUpProblem)) throw error;
    return [wrong(explained.message)];
  } finally {
    await database.db.destroy();
  }
}
