import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely, type Migration, Migrator } from 'kysely';
import { expect, it } from 'vitest';
import { insertAccount } from '../../src/server/storage/insert-account.ts';
import { migrations } from '../../src/server/storage/migrations.ts';
import type { Schema } from '../../src/server/storage/schema.ts';
import { openSqlite } from '../../src/server/storage/sqlite/open-sqlite.ts';
import { createSqliteDialect } from '../../src/server/storage/sqlite/sqlite-dialect.ts';

/** As the version before the views left it, with one account. */
async function makeOlderDatabase(path: string): Promise<void> {
  const db = new Kysely<Schema>({ dialect: createSqliteDialect(new DatabaseSync(path)) });
  const all = Object.entries(migrations).map(([name, up]): [string, Migration] => [
    name,
    { up: (trx) => up(trx, 'sqlite') },
  ]);
  const provider = { getMigrations: async () => Object.fromEntries(all) };
  const { error } = await new Migrator({ db, provider }).migrateTo('0002-sign-in');
  expect(error).toBeUndefined();
  await db.transaction().execute((trx) => insertAccount(trx, 'ann', randomUUID()));
  await db.destroy();
}

it('copies an existing database before the first migration that changes it, and only then', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'justmet-before-'));
  const path = join(folder, 'contacts.sqlite');
  const copies = async () => (await readdir(folder)).filter((name) => name.includes('before'));
  await makeOlderDatabase(path);
  expect(await copies()).toEqual([]);

  await (await openSqlite(path, randomUUID)).storage.close();
  expect(await copies()).toEqual(['contacts.before-0003-views.sqlite']);
  const copy = new DatabaseSync(join(folder, 'contacts.before-0003-views.sqlite'), { readOnly: true });
  expect(copy.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
  expect(copy.prepare('select id from account').all()).toEqual([{ id: 'ann' }]);
  expect(copy.prepare(`select name from sqlite_master where type = 'view'`).all()).toEqual([]);
  copy.close();

  await (await openSqlite(path, randomUUID)).storage.close();
  expect(await copies()).toHaveLength(1);
  await rm(folder, { recursive: true });
});
