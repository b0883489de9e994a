import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { insertAccount } from '../../src/server/storage/insert-account.ts';
import { openSqlite } from '../../src/server/storage/sqlite/open-sqlite.ts';

const views = ['people', 'phones', 'emails', 'notes', 'touches', 'occasions', 'files'];

it('copies an existing database before the first migration that changes it, and only then', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'justmet-before-'));
  const path = join(folder, 'contacts.sqlite');
  const copies = async () => (await readdir(folder)).filter((name) => name.includes('before'));
  const first = await openSqlite(path, randomUUID);
  await first.db.transaction().execute((trx) => insertAccount(trx, 'ann', randomUUID()));
  expect(await copies()).toEqual([]);
  // As the version before the views left it.
  for (const view of views) await sql`drop view ${sql.table(view)}`.execute(first.db);
  await sql`delete from kysely_migration where name >= '0003'`.execute(first.db);
  await first.storage.close();

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
