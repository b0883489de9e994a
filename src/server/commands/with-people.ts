import { randomBytes, randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import type { AuthOptions } from '../accounts/create-auth.ts';
import type { Config } from '../config.ts';
import { StartUpProblem } from '../start-up-problem.ts';
import type { DialectName } from '../storage/dialect.ts';
import { readSchemaAge } from '../storage/migrate.ts';
import { createPool } from '../storage/postgres/connect-postgres.ts';
import { explainPostgres } from '../storage/postgres/explain-postgres.ts';
import type { Schema } from '../storage/schema.ts';
import { writeSqlite } from '../storage/sqlite/write-sqlite.ts';
import { findSqlite } from './sql.ts';

/** Works on accounts beside a server that may be running, which alone brings the tables up to date. */
export async function withPeople<T>(config: Config, work: (options: AuthOptions) => Promise<T>): Promise<T> {
  const { db, dialect } = open(config);
  try {
    const age = await readSchemaAge(db);
    if (age === 'newer') {
      throw new StartUpProblem('The database was written by a newer Justmet; update this one.');
    }
    if (age === 'older') {
      throw new StartUpProblem('The database is not that of this version yet; start the server once.');
    }
    // It signs nothing here: of a link the database keeps the SHA-256, and the server asks for no more.
    const secret = randomBytes(32).toString('base64url');
    return await work({ db, dialect, secret, origin: config.origin, makeId: randomUUID });
  } catch (error) {
    throw dialect === 'postgres' ? explainPostgres(error) : error;
  } finally {
    await db.destroy();
  }
}

function open(config: Config): { readonly db: Kysely<Schema>; readonly dialect: DialectName } {
  const { databaseUrl } = config;
  if (databaseUrl === undefined) return { db: writeSqlite(findSqlite(config)), dialect: 'sqlite' };
  const dialect = new PostgresDialect({ pool: createPool(databaseUrl) });
  return { db: new Kysely<Schema>({ dialect }), dialect: 'postgres' };
}
