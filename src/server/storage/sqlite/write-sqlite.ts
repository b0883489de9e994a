import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';

/** For a command that writes beside a server that may be running; brings nothing up to date. */
export function writeSqlite(path: string): Kysely<Schema> {
  const database = new DatabaseSync(path, { timeout: 10_000 });
  database.exec('pragma synchronous = full; pragma foreign_keys = on');
  return new Kysely<Schema>({ dialect: createSqliteDialect(database) });
}
