import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { findCard } from '../../src/server/cards/find-card.ts';
import { insertAccount } from '../../src/server/storage/insert-account.ts';
import { openSqlite } from '../../src/server/storage/sqlite/open-sqlite.ts';
import { openQueue } from '../../src/server/transcription/open-queue.ts';
import { describeStorage } from './storage.ts';
import { Device, type OpenedStorage } from './storage-fixture.ts';

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

it('S-27 gives every account a new head at each start: a kill may have come before the head of a file', async () => {
  let opened = await openFolder(await mkdtemp(join(tmpdir(), 'justmet-storage-')));
  const accountId = await opened.createAccount();
  const { head } = await new Device(opened.storage, accountId).sync();
  opened = await opened.reopen();
  expect((await new Device(opened.storage, accountId).sync()).head).not.toBe(head);
  await opened.remove();
});

it('finds the recordings of a note by their index when notes are read with SQL', async () => {
  const opened = await openFolder(await mkdtemp(join(tmpdir(), 'justmet-storage-')));
  const plan = await opened.query('explain query plan select text from notes');
  const looks = plan.map(({ detail }) => String(detail)).filter((detail) => / f /.test(detail));
  expect(looks.length).toBeGreaterThan(0);
  for (const look of looks) expect(look).toContain('row_recordings (account_id=? AND <expr>=?)');
  await opened.remove();
});

async function openFolder(folder: string): Promise<OpenedStorage> {
  const { db, storage } = await openSqlite(join(folder, 'contacts.sqlite'), randomUUID);
  return {
    storage,
    async createAccount() {
      const id = randomUUID();
      await db.transaction().execute((trx) => insertAccount(trx, id, randomUUID()));
      return id;
    },
    query: async (text) => (await sql<Record<string, unknown>>`${sql.raw(text)}`.execute(db)).rows,
    findCard: (token) => findCard(db, token),
    db,
    queue: openQueue({ db, dialect: 'sqlite' }, randomUUID),
    async reopen() {
      await storage.close();
      return openFolder(folder);
    },
    async backUp() {
      const file = join(folder, 'backup.sqlite');
      await sql`vacuum into ${sql.lit(file)}`.execute(db);
      return async () => {
        await storage.close();
        for (const end of ['', '-wal', '-shm'])
          await rm(join(folder, `contacts.sqlite${end}`), { force: true });
        await copyFile(file, join(folder, 'contacts.sqlite'));
        return openFolder(folder);
      };
    },
    async remove() {
      await storage.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
