import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Reach } from '../../domain/leaving.ts';
import { filesPath } from '../config.ts';
import { collectPeople } from '../exports/collect-people.ts';
import { copyFiles } from '../exports/copy-files.ts';
import { findAccount } from '../exports/find-account.ts';
import { peopleToCsv } from '../exports/people-to-csv.ts';
import { peopleToVcards } from '../exports/people-to-vcards.ts';
import { type LeavingRow, readLeavingRows } from '../exports/read-leaving-rows.ts';
import { rowsToJson } from '../exports/rows-to-json.ts';
import { errorCode, StartUpProblem } from '../start-up-problem.ts';
import { readSqlite } from '../storage/sqlite/read-sqlite.ts';
import type { CommandInput } from './command.ts';
import { misused, readWords } from './read-words.ts';
import { findDatabase } from './sql.ts';

const options = {
  format: { type: 'string' },
  out: { type: 'string' },
  account: { type: 'string' },
  'with-private': { type: 'boolean' },
} as const;

const formats = ['csv', 'vcard', 'json'] as const;

export async function run({ words, usage, config, print, tell }: CommandInput): Promise<number> {
  const { values } = readWords({ words, usage }, options, 0);
  const format = formats.find((known) => known === values.format);
  const { out, account } = values;
  if (format === undefined || out === undefined) throw misused({ usage });
  const reach: Reach = values['with-private'] === true ? 'private' : 'public';
  const filesTo = `${out}-files`;
  for (const path of [out, filesTo]) {
    if (existsSync(path)) throw new StartUpProblem(`${path} exists already; choose another name.`);
  }
  const db = readSqlite(findDatabase(config));
  try {
    const accountId = accountOf(await findAccount(db, account), account);
    const rows = await readLeavingRows(db, accountId, reach);
    await writeOut(out, toText(rows, format, reach));
    const people = rows.filter(({ table }) => table === 'person').length;
    print(`Exported ${people} people into ${out}`);
    if (reach === 'public')
      tell('Notes, pictures and recordings stayed here; --with-private lets them go along.');
    if (format !== 'json') return 0;
    const from = join(filesPath({ dataFolder: resolve(config.dataFolder) }), encodeURIComponent(accountId));
    const copied = await copyFiles(rows, from, filesTo);
    if (copied > 0) print(`Copied ${copied} pictures and recordings into ${filesTo}`);
    return 0;
  } finally {
    await db.destroy();
  }
}

function accountOf(search: Awaited<ReturnType<typeof findAccount>>, email: string | undefined): string {
  if (search.kind === 'found') return search.accountId;
  if (search.kind === 'several') {
    throw new StartUpProblem('There are several accounts; say whose with --account EMAIL.');
  }
  throw new StartUpProblem(
    email === undefined
      ? 'Nobody has claimed this contact database yet.'
      : `Nobody here signs in as ${email}.`,
  );
}

function toText(rows: readonly LeavingRow[], format: (typeof formats)[number], reach: Reach): string {
  if (format === 'json') return rowsToJson(rows, reach, new Date());
  const people = collectPeople(rows);
  return format === 'csv' ? peopleToCsv(people, reach) : peopleToVcards(people);
}

/** Under its name only when it is whole; for the eyes of whoever exported it. */
async function writeOut(path: string, text: string): Promise<void> {
  try {
    const unfinished = `${path}.unfinished`;
    await writeFile(unfinished, text, { mode: 0o600, flush: true });
    await rename(unfinished, path);
  } catch (error) {
    const code = errorCode(error);
    if (code === '') throw error;
    throw new StartUpProblem(`${path} could not be written (${code}).`);
  }
}
