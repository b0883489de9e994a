import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openSqlite } from '../../src/server/storage/sqlite/open-sqlite.ts';
import { describeStorage } from './storage.ts';
import type { OpenedStorage } from './storage-fixture.ts';

describeStorage('SQLite', async () => openFolder(await mkdtemp(join(tmpdir(), 'justmet-storage-'))));

it('S-6 opens SQLite so that a commit is on disk, at the first open and at the next', async () => {
  let opened = await openFolder(await mkdtemp(join(tmpdir(), 'justmet-storage-')));
  for (let open = 0; open < 2; open += 1) {
    expect(await opened.query('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await opened.query('pragma synchronous')).toEqual([{ synchronous: 2 }]);
    expect(await opened.query('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    opened = await opened.reopen();
  }
  await opened.remove();
});

async function openFolder(folder: string): Promise<OpenedStorage> {
  const { db, storage } = await openSqlite(join(folder, 'contacts.sqlite'), randomUUID);
  return {
    storage,
    async createAccount() {
      const id = randomUUID();
      await db.insertInto('account').values({ id, database_id: randomUUID() }).execute();
      return id;
    },
    query: async (text) => (await sql<Record<string, unknown>>`${sql.raw(text)}`.execute(db)).rows,
    async reopen() {
      await storage.close();
      return openFolder(folder);
    },
    async remove() {
      await storage.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
