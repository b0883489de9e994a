import { DEFAULT_MIGRATION_TABLE, type Kysely, type Migration, Migrator, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { createContactTables } from './migrations/0001-contacts.ts';
import { createSignInTables } from './migrations/0002-sign-in.ts';
import { createViews } from './migrations/0003-views.ts';

/** In order, and never changed once released: a later change is a migration of its own. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-contacts': { up: createContactTables },
  '0002-sign-in': { up: createSignInTables },
  '0003-views': { up: createViews },
};

/** Runs what has not run yet, all in one transaction. False, with nothing done, for the database of a newer version. */
export async function migrateSqlite(db: Kysely<Schema>): Promise<boolean> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  if (await isNewer(db)) return false;
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return true;
}

async function isNewer(db: Kysely<Schema>): Promise<boolean> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return false;
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  return rows.some(({ name }) => !Object.hasOwn(migrations, name));
}
