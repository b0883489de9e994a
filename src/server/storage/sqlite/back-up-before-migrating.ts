import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { migrations } from '../migrations.ts';

/**
 * Before the first migration that changes an existing database: a copy as it is, beside it, as
 * `contacts.before-<migration>.sqlite`, on the disk before anything is changed. A migration is never undone: whoever
 * wants the older version back has this.
 */
export function backUpBeforeMigrating(database: DatabaseSyncInstance, path: string): void {
  const first = firstPending(database);
  if (first === undefined) return;
  const copy = join(dirname(path), `contacts.before-${first}.sqlite`);
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { force: true });
  database.prepare('vacuum into ?').run(unfinished);
  syncNow(unfinished);
  renameSync(unfinished, copy);
  syncNow(dirname(path));
}

/** Undefined for a new database, one that is up to date, and one of a newer version, which nobody touches. */
function firstPending(database: DatabaseSyncInstance): string | undefined {
  const table = database.prepare(`select 1 from sqlite_master where name = 'kysely_migration'`).get();
  if (table === undefined) return undefined;
  const rows: { name: string }[] = database.prepare('select name from kysely_migration').all();
  const done = new Set(rows.map(({ name }) => name));
  if (done.size === 0 || [...done].some((name) => !Object.hasOwn(migrations, name))) return undefined;
  return Object.keys(migrations).find((name) => !done.has(name));
}

function syncNow(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}
