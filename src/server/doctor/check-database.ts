import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { migrate } from '../storage/migrate.ts';
import { migrations } from '../storage/migrations.ts';
import type { Schema } from '../storage/schema.ts';
import { createSqliteDialect } from '../storage/sqlite/sqlite-dialect.ts';
import { damagedResults, sqliteResult } from '../storage/sqlite/sqlite-result.ts';
import { type Finding, good, wrong } from './finding.ts';

const verdictSchema = z.object({ integrity_check: z.string() });
const nameSchema = z.object({ name: z.string() });

/** Whether every page can be read and agrees with every other, and the schema is this version's. */
export async function checkDatabase(database: DatabaseSyncInstance): Promise<Finding[]> {
  try {
    const findings = [...checkPages(database), checkMigrations(database)];
    if (findings.some(({ kind }) => kind === 'wrong')) return findings;
    const lost = await findLost(database);
    if (lost.length > 0) {
      return [
        ...findings,
        wrong(`The database lacks ${lost.join(', ')}; stop the server and restore a backup.`),
      ];
    }
    return [...findings, checkReferences(database)];
  } catch (error) {
    if (!damagedResults.has(sqliteResult(error))) throw error;
    return [wrong('The database is damaged; stop the server and restore a backup.')];
  }
}

function checkPages(database: DatabaseSyncInstance): Finding[] {
  const rows: unknown[] = database.prepare('pragma integrity_check(3)').all();
  const verdicts = rows.map((row) => verdictSchema.parse(row).integrity_check);
  if (verdicts.length === 1 && verdicts[0] === 'ok') return [good('Every page of the database can be read.')];
  return [
    wrong(
      `The database is damaged; stop the server and restore a backup. SQLite says: ${verdicts.join('; ')}`,
    ),
  ];
}

function checkReferences(database: DatabaseSyncInstance): Finding {
  const broken: unknown[] = database.prepare('pragma foreign_key_check').all();
  if (broken.length === 0) return good('Every row belongs to an account that is there.');
  return wrong(`${broken.length} rows belong to an account that is gone; restore a backup.`);
}

/** What a new database of this version has, and this one has not. */
async function findLost(database: DatabaseSyncInstance): Promise<string[]> {
  const fresh = new DatabaseSync(':memory:');
  const db = new Kysely<Schema>({ dialect: createSqliteDialect(fresh) });
  try {
    await migrate(db, 'sqlite');
    const here = new Set(namesIn(database));
    return namesIn(fresh).filter((name) => !here.has(name));
  } finally {
    await db.destroy();
  }
}

function namesIn(database: DatabaseSyncInstance): string[] {
  const rows: unknown[] = database.prepare('select name from sqlite_master order by name').all();
  return rows.map((row) => nameSchema.parse(row).name);
}

function checkMigrations(database: DatabaseSyncInstance): Finding {
  const rows: unknown[] = database.prepare('select name from kysely_migration').all();
  const done = new Set(rows.map((row) => nameSchema.parse(row).name));
  if ([...done].some((name) => !Object.hasOwn(migrations, name))) {
    return wrong('The database was written by a newer Justmet; update this one.');
  }
  const missing = Object.keys(migrations).filter((name) => !done.has(name));
  if (missing.length === 0) return good('The database is up to date.');
  return wrong(`The database is older than this Justmet (${missing.join(', ')}); start the server once.`);
}
