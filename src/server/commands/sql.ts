import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { type Config, databasePath } from '../config.ts';
import { StartUpProblem } from '../start-up-problem.ts';
import { type SqlRow, tableToText } from '../table-to-text.ts';
import { type Answer, askPostgres } from './ask-postgres.ts';
import type { CommandInput } from './command.ts';
import { plainRow } from './plain-row.ts';
import { refusePostgres } from './refuse-postgres.ts';
import { requireQuestion } from './require-question.ts';
import { WrongWords } from './wrong-words.ts';

const usage = `Say what to ask, for example: npm run sql -- "select name, phone, met_at from people".`;

export async function run({ words, config, print }: CommandInput): Promise<number> {
  const asJson = words.includes('--json');
  const query = words.filter((word) => word !== '--json').join(' ');
  if (query.trim() === '') throw new WrongWords(usage);
  requireQuestion(query);
  const { columns, rows } =
    config.databaseUrl === undefined
      ? askSqlite(findSqlite(config), query)
      : await askPostgres(config.databaseUrl, query);
  const lines = asJson ? rows.map((row) => JSON.stringify(row)) : tableToText(columns, rows);
  if (lines.length > 0) print(lines.join('\n'));
  return 0;
}

export function findDatabase(config: Pick<Config, 'dataFolder' | 'databaseUrl'>): string {
  refusePostgres(config);
  return findSqlite(config);
}

export function findSqlite(config: Pick<Config, 'dataFolder'>): string {
  const path = resolve(databasePath(config));
  if (existsSync(path)) return path;
  throw new StartUpProblem(
    `There is no contact database at ${path}; start the server once, or set JUSTMET_DATA.`,
  );
}

/** Read-only, so that no question can do harm; a server may be running meanwhile. */
function askSqlite(path: string, query: string): Answer {
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
    const statement = database.prepare(query);
    const columns = statement.columns().map(({ name }) => name);
    // The largest do not fit into a number.
    statement.setReadBigInts(true);
    const rows: SqlRow[] = statement.all();
    database.close();
    return { columns, rows: rows.map(plainRow) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartUpProblem(`That cannot be answered: ${reason}.`);
  }
}
