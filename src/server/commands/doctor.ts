import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { unfinishedRestore } from '../backup/unfinished-restore.ts';
import { databasePath, filesPath } from '../config.ts';
import { checkClock } from '../doctor/check-clock.ts';
import { checkDatabase } from '../doctor/check-database.ts';
import { checkFiles } from '../doctor/check-files.ts';
import { checkFolder } from '../doctor/check-folder.ts';
import { type Finding, wrong } from '../doctor/finding.ts';
import { StartUpProblem } from '../start-up-problem.ts';
import type { CommandInput } from './command.ts';
import { readWords } from './read-words.ts';
import { refusePostgres } from './refuse-postgres.ts';

/** Changes nothing; a server may be running meanwhile. The exit code is 1 when something is wrong. */
export async function run({ words, usage, config, print }: CommandInput): Promise<number> {
  readWords({ words, usage }, {}, 0);
  refusePostgres(config);
  const folder = resolve(config.dataFolder);
  if (!existsSync(folder)) {
    throw new StartUpProblem(
      `There is no data folder ${folder}; start the server once, or set JUSTMET_DATA.`,
    );
  }
  const findings = [...(await checkFolder(folder)), ...(await checkContents(folder))];
  for (const { kind, sentence } of findings) print(`${kind.padEnd(5)}  ${sentence}`);
  const faults = findings.filter(({ kind }) => kind === 'wrong').length;
  print(faults === 0 ? 'Nothing is wrong.' : `${faults} ${faults === 1 ? 'thing is' : 'things are'} wrong.`);
  return faults === 0 ? 0 : 1;
}

async function checkContents(folder: string): Promise<Finding[]> {
  const path = databasePath({ dataFolder: folder });
  if (existsSync(unfinishedRestore(folder))) {
    return [wrong('A restore was cut off; run justmet restore once more.')];
  }
  if (!existsSync(path)) return [wrong(`There is no database at ${path}; start the server once.`)];
  const database = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
  try {
    const findings = checkDatabase(database);
    // What cannot be read tells nothing about files and times.
    if (findings.some(({ kind }) => kind === 'wrong')) return findings;
    const files = await checkFiles(filesPath({ dataFolder: folder }), database);
    return [...findings, ...files, checkClock(database, path, new Date())];
  } finally {
    database.close();
  }
}
