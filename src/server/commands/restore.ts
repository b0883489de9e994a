import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { restoreBackup } from '../backup/restore-backup.ts';
import { databasePath, filesPath } from '../config.ts';
import { errorCode, StartUpProblem } from '../start-up-problem.ts';
import { isDatabaseInUse } from '../storage/sqlite/is-database-in-use.ts';
import type { CommandInput } from './command.ts';
import { readWords } from './read-words.ts';
import { refusePostgres } from './refuse-postgres.ts';

export async function run({ words, usage, config, print, tell }: CommandInput): Promise<number> {
  const said = readWords({ words, usage }, { replace: { type: 'boolean' } }, 1);
  const [file = ''] = said.positionals;
  refusePostgres(config);
  if (!existsSync(file)) throw new StartUpProblem(`There is no file ${file}.`);
  const dataFolder = resolve(config.dataFolder);
  const database = databasePath({ dataFolder });
  if (existsSync(database)) {
    if (said.values.replace !== true) {
      throw new StartUpProblem(
        `There is a contact database in ${dataFolder}; --replace sets it aside and restores.`,
      );
    }
    if (isDatabaseInUse(database)) {
      throw new StartUpProblem(`A server is running on ${dataFolder}; stop it first.`);
    }
  }
  const outcome = await explained(restoreBackup(file, dataFolder, new Date()), dataFolder);
  if (outcome.kind === 'bad') {
    throw new StartUpProblem(`${file} was not restored: ${outcome.why}. Nothing was changed.`);
  }
  const { accounts, rows, files } = outcome.manifest.counts;
  print(`Restored ${accounts} accounts, ${rows} rows and ${files} files into ${dataFolder}`);
  if (outcome.setAside !== undefined) tell(`What was there is in ${outcome.setAside} now.`);
  if (config.s3 !== undefined && files > 0) {
    const from = filesPath({ dataFolder });
    tell(`Pictures and recordings are in ${from}; copy what is in it into the bucket ${config.s3.bucket}.`);
  }
  return 0;
}

async function explained<T>(work: Promise<T>, folder: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = errorCode(error);
    if (code === '') throw error;
    throw new StartUpProblem(`The backup could not be put into ${folder} (${code}).`);
  }
}
