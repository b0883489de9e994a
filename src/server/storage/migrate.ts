import { DEFAULT_MIGRATION_TABLE, type Kysely, type Migration, Migrator, sql } from 'kysely';
import type { DialectName } from './dialect.ts';
import { migrations } from './migrations.ts';
import type { Schema } from './schema.ts';

/** Runs what has not run yet, all in one transaction. False, with nothing done, for the database of a newer version. */
export async function migrate(db: Kysely<Schema>, dialect: DialectName): Promise<boolean> {
  if ((await readSchemaAge(db)) === 'newer') return false;
  const all = Object.entries(migrations).map(([name, up]): [string, Migration] => [
    name,
    { up: (trx) => up(trx, dialect) },
  ]);
  const provider = { getMigrations: async () => Object.fromEntries(all) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error;
  return true;
}

export type SchemaAge = 'current' | 'older' | 'newer';

/** How a database's tables stand to those of this version; one without any is older. */
export async function readSchemaAge(db: Kysely<Schema>): Promise<SchemaAge> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return 'older';
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  if (rows.some(({ name }) => !Object.hasOwn(migrations, name))) return 'newer';
  return rows.length === Object.keys(migrations).length ? 'current' : 'older';
}
