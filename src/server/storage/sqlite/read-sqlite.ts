import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';

/** For reading only, beside a server that may be running; brings nothing up to date. */
export function readSqlite(path: string): Kysely<Schema> {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
  return new Kysely<Schema>({ dialect: createSqliteDialect(database) });
}
