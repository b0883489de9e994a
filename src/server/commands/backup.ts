import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeBackup } from '../backup/make-backup.ts';
import { errorCode, StartUpProblem } from '../start-up-problem.ts';
import type { CommandInput } from './command.ts';
import { readWords } from './read-words.ts';
import { findDatabase } from './sql.ts';

export async function run({ words, usage, config, print, tell }: CommandInput): Promise<number> {
  const [to = ''] = readWords({ words, usage }, {}, 1).positionals;
  findDatabase(config);
  if (existsSync(to)) throw new StartUpProblem(`${to} exists already; choose another name.`);
  const source = { dataFolder: resolve(config.dataFolder), secret: config.secret };
  const { manifest, damaged } = await explained(makeBackup(source, to, new Date()), to);
  const { accounts, rows, files } = manifest.counts;
  print(`Backed up ${accounts} accounts, ${rows} rows and ${files} files into ${to}`);
  if (config.s3 !== undefined) {
    tell(`Pictures and recordings are in the bucket ${config.s3.bucket}, not in this file; copy it, too.`);
  }
  if (damaged.length === 0) return 0;
  tell(`Left out, since they are damaged on this disk (justmet doctor says more):\n${damaged.join('\n')}`);
  return 1;
}

async function explained<T>(work: Promise<T>, to: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new StartUpProblem(`There is no room for ${to}; nothing was left behind.`);
    }
    if (code !== '')
      throw new StartUpProblem(`${to} could not be written (${code}); nothing was left behind.`);
    throw error;
  }
}
