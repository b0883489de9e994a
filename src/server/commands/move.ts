import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { Kysely, PostgresDialect } from 'kysely';
import { unfinishedRestore } from '../backup/unfinished-restore.ts';
import { isSame, type MoveOutcome, moveDatabase } from '../move/move-database.ts';
import type { ComparedTable } from '../move/moved-table.ts';
import { StartUpProblem } from '../start-up-problem.ts';
import { readSchemaAge } from '../storage/migrate.ts';
import { createPool } from '../storage/postgres/connect-postgres.ts';
import { explainPostgres } from '../storage/postgres/explain-postgres.ts';
import { migratePostgres } from '../storage/postgres/migrate-postgres.ts';
import type { Schema } from '../storage/schema.ts';
import { holdSqlite } from '../storage/sqlite/hold-sqlite.ts';
import { createSqliteDialect } from '../storage/sqlite/sqlite-dialect.ts';
import { tableToText } from '../table-to-text.ts';
import type { CommandInput } from './command.ts';
import { readWords } from './read-words.ts';
import { findSqlite } from './sql.ts';

export async function run({ words, usage, config, print }: CommandInput): Promise<number> {
  readWords({ words, usage }, {}, 0);
  const { databaseUrl } = config;
  if (databaseUrl === undefined) {
    throw new StartUpProblem('Set DATABASE_URL to the PostgreSQL database that everything is to move into.');
  }
  const folder = resolve(config.dataFolder);
  if (existsSync(unfinishedRestore(folder))) {
    throw new StartUpProblem('A restore was cut off; run justmet restore once more.');
  }
  const source = holdSqlite(findSqlite(config));
  if (source === undefined) throw new StartUpProblem(`A server is running on ${folder}; stop it first.`);
  const outcome = await moveInto(databaseUrl, source).finally(() => source.close());
  if (outcome.kind !== 'moved' && outcome.kind !== 'differs') throw explain(outcome);
  print(tableToText(columns, outcome.tables.map(tableToRow)).join('\n'));
  if (outcome.kind === 'differs') {
    const names = outcome.tables.filter((table) => !isSame(table)).map(({ name }) => name);
    throw new StartUpProblem(
      `PostgreSQL gave something else back of ${names.join(', ')}; nothing was moved, and it is empty.`,
    );
  }
  print(`Everything is in PostgreSQL now. Start the server with this DATABASE_URL.
${config.s3 === undefined ? 'Pictures, recordings and the secret stay' : 'The secret stays'} in ${folder}: the server still needs it.
contacts.sqlite there is as it was, and no longer written to.`);
  return 0;
}

async function moveInto(databaseUrl: string, source: DatabaseSyncInstance): Promise<MoveOutcome> {
  await requireCurrent(source);
  const pool = createPool(databaseUrl);
  try {
    // Its pool is that of everything here.
    await migratePostgres(pool, new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }));
    return await moveDatabase(source, pool);
  } catch (error) {
    throw explainPostgres(error);
  } finally {
    await pool.end();
  }
}

async function requireCurrent(source: DatabaseSyncInstance): Promise<void> {
  const age = await readSchemaAge(new Kysely<Schema>({ dialect: createSqliteDialect(source) }));
  if (age === 'newer') {
    throw new StartUpProblem('The database was written by a newer Justmet; update this one.');
  }
  if (age === 'older') {
    throw new StartUpProblem(
      'The SQLite database is of an older Justmet; start the server once without DATABASE_URL, and stop it again.',
    );
  }
}

function explain(outcome: Exclude<MoveOutcome, { kind: 'moved' | 'differs' }>): StartUpProblem {
  if (outcome.kind === 'taken') {
    return new StartUpProblem('The database in DATABASE_URL holds accounts already; give an empty one.');
  }
  if (outcome.kind === 'unknown') {
    return new StartUpProblem(
      `contacts.sqlite has ${outcome.name}, which Justmet did not make; move or remove it, and try again.`,
    );
  }
  return new StartUpProblem(
    `PostgreSQL does not take a row of ${outcome.table} (${outcome.why}); nothing was moved.`,
  );
}

const columns = ['table', 'SQLite', 'PostgreSQL', 'SHA-256 in SQLite', 'SHA-256 in PostgreSQL', ''];

/** Of a SHA-256, as much as an eye compares. */
const shownDigits = 16;

function tableToRow(table: ComparedTable): Record<string, unknown> {
  const { name, source, target } = table;
  const sums = [source, target].map(({ sha256 }) => sha256.slice(0, shownDigits));
  const cells = [name, source.rows, target.rows, ...sums, isSame(table) ? '' : 'differs'];
  return Object.fromEntries(columns.map((column, at) => [column, cells[at]]));
}
