import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import type { Reach } from '../../domain/leaving.ts';
import { collectPeople } from '../exports/collect-people.ts';
import { copyFiles } from '../exports/copy-files.ts';
import { findAccount } from '../exports/find-account.ts';
import { leavingToJson } from '../exports/leaving-to-json.ts';
import { openCopier } from '../exports/open-copier.ts';
import { type Leaving, openLeaving } from '../exports/open-leaving.ts';
import { peopleToCsv } from '../exports/people-to-csv.ts';
import { peopleToVcards } from '../exports/people-to-vcards.ts';
import { errorCode, StartUpProblem } from '../start-up-problem.ts';
import type { CommandInput } from './command.ts';
import { misused, readWords } from './read-words.ts';
import { withDatabase } from './with-database.ts';

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
  return withDatabase(config, 'read', async ({ db }) => {
    const accountId = accountOf(await findAccount(db, account), account);
    const leaving = await openLeaving(db, accountId, reach);
    await writeOut(out, toText(leaving, format));
    print(`Exported ${await leaving.countPeople()} people into ${out}`);
    if (reach === 'public')
      tell('Notes, pictures and recordings stayed here; --with-private lets them go along.');
    if (format !== 'json') return 0;
    const copied = await copyFiles(leaving, await openCopier(config, accountId), filesTo);
    if (copied > 0) print(`Copied ${copied} pictures and recordings into ${filesTo}`);
    return 0;
  });
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

async function* toText(leaving: Leaving, format: (typeof formats)[number]): AsyncGenerator<string> {
  if (format === 'json') return yield* leavingToJson(leaving, new Date());
  const people = await collectPeople(leaving);
  yield format === 'csv' ? peopleToCsv(people, leaving.reach) : peopleToVcards(people);
}

/** Under its name only when it is whole; for the eyes of whoever exported it. */
async function writeOut(path: string, text: AsyncIterable<string>): Promise<void> {
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
