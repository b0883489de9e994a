import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertAccount } from '../../src/server/storage/insert-account.ts';
import { openPostgres } from '../../src/server/storage/postgres/open-postgres.ts';
import { type StartedPostgres, startPostgres } from '../postgres/start-postgres.ts';
import { describeStorage } from './storage.ts';
import type { OpenedStorage } from './storage-fixture.ts';

let postgres: StartedPostgres;
beforeAll(async () => {
  postgres = await startPostgres({ isDurable: false });
}, 60_000);
afterAll(() => postgres?.stop());

describeStorage('PostgreSQL', async () => openDatabase(await postgres.createDatabase()));

it('S-6 tells PostgreSQL on every connection that a commit is answered when it is on disk', async () => {
  const url = await postgres.createDatabase();
  await postgres.query(url, `alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`);
  const opened = await openDatabase(url);
  for (let turn = 0; turn < 3; turn += 1) {
    expect(await opened.query('show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
  }
  await opened.remove();
});

async function openDatabase(url: string): Promise<OpenedStorage> {
  const { db, storage } = await openPostgres(url, randomUUID);
  return {
    storage,
    async createAccount() {
      const id = randomUUID();
      await db.transaction().execute((trx) => insertAccount(trx, id, randomUUID()));
      return id;
    },
    query: async (text) => (await sql<Record<string, unknown>>`${sql.raw(text)}`.execute(db)).rows,
    async reopen() {
      await storage.close();
      return openDatabase(url);
    },
    async backUp() {
      const folder = await mkdtemp(join(tmpdir(), 'justmet-backup-'));
      await postgres.dump(url, join(folder, 'backup'));
      return async () => {
        await storage.close();
        await postgres.restore(url, join(folder, 'backup'));
        await rm(folder, { recursive: true });
        return openDatabase(url);
      };
    },
    remove: () => storage.close(),
  };
}
