import { Kysely, PostgresDialect } from 'kysely';
import type { Config } from '../config.ts';
import { StartUpProblem } from '../start-up-problem.ts';
import type { DialectName } from '../storage/dialect.ts';
import { readSchemaAge } from '../storage/migrate.ts';
import { createPool } from '../storage/postgres/connect-postgres.ts';
import { explainPostgres } from '../storage/postgres/explain-postgres.ts';
import type { Schema } from '../storage/schema.ts';
import { readSqlite } from '../storage/sqlite/read-sqlite.ts';
import { writeSqlite } from '../storage/sqlite/write-sqlite.ts';
import { findSqlite } from './sql.ts';

export interface CommandDatabase {
  readonly db: Kysely<Schema>;
  readonly dialect: DialectName;
}

/** Works beside a server that may be running, which alone brings the tables up to date. */
export async function withDatabase<T>(
  config: Config,
  use: 'read' | 'write',
  work: (database: CommandDatabase) => Promise<T>,
): Promise<T> {
  const database = openDatabase(config, use);
  const { db, dialect } = database;
  try {
    const age = await readSchemaAge(db);
    if (age === 'newer') {
      throw new StartUpProblem('The database was written by a newer Justmet; update this one.');
    }
    if (age === 'older') {
      throw new StartUpProblem('The database is not that of this version yet; start the server once.');
    }
    return await work(database);
  } catch (error) {
    throw dialect === 'postgres' ? explainPostgres(error) : error;
  } finally {
    await db.destroy();
  }
}

/** As it is, whatever its age. Whoever asks ends it with `db.destroy()`. */
export function openDatabase(config: Config, use: 'read' | 'write'): CommandDatabase {
  const { databaseUrl } = config;
  if (databaseUrl === undefined) {
    const path = findSqlite(config);
    return { db: use === 'read' ? readSqlite(path) : writeSqlite(path), dialect: 'sqlite' };
  }
  const dialect = new PostgresDialect({ pool: createPool(databaseUrl) });
  return { db: new Kysely<Schema>({ dialect }), dialect: 'postgres' };
}
