import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findCard } from '../../src/server/cards/find-card.ts';
import { insertAccount } from '../../src/server/storage/insert-account.ts';
import { openPostgres } from '../../src/server/storage/postgres/open-postgres.ts';
import { openQueue } from '../../src/server/transcription/open-queue.ts';
import { type StartedPostgres, startPostgres } from '../postgres/start-postgres.ts';
import { describeStorage } from './storage.ts';
import { Device, editOf, laptop, type OpenedStorage, phone, rowsIn, stampAt } from './storage-fixture.ts';

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

it('S-11 two processes that write to one account at once give each number once, and a third skips no row', async () => {
  const url = await postgres.createDatabase();
  const all = [await openDatabase(url), await openDatabase(url), await openDatabase(url)];
  const accountId = (await all[0]?.createAccount()) ?? '';
  const [one, other, reader] = all.map(({ storage }) => new Device(storage, accountId));
  const rounds = 60;
  const write = async (device: Device | undefined, first: number, author: string) => {
    for (let round = 0; round < rounds; round += 1) {
      const fresh = editOf(first + round, stampAt(first + round, author), { name: author });
      // The same row again and again, by both.
      const shared = editOf(9_999, stampAt(5_000 + round, author), { company: `${author} ${round}` });
      expect((await device?.sync([fresh, shared]))?.acknowledged).toHaveLength(2);
    }
  };
  const seen = new Set<string>();
  let isWriting = true;
  const read = async () => {
    for (let isLast = false; !isLast; ) {
      isLast = !isWriting;
      for (const row of rowsIn((await reader?.sync()) ?? missing())) seen.add(row.id);
    }
  };
  const reading = read();
  await Promise.all([write(one, 1_000, phone), write(other, 2_000, laptop)]);
  isWriting = false;
  await reading;
  expect(seen.size).toBe(2 * rounds + 1);
  const [numbers] = await postgres.query(
    url,
    'select count(distinct seq)::int as given, (select seq::int from account) as last from "row"',
  );
  expect(numbers).toEqual({ given: 2 * rounds + 1, last: 4 * rounds });
  for (const opened of all) await opened.remove();
});

it('finds the recordings of a note by their index when notes are read with SQL', async () => {
  const opened = await openDatabase(await postgres.createDatabase());
  const plan = (await opened.query('explain select text from notes')).map((row) => String(row['QUERY PLAN']));
  const looks = plan.filter((line) => / on "row" f/.test(line));
  expect(looks.length).toBeGreaterThan(0);
  for (const look of looks) expect(look).toContain('using row_recordings');
  await opened.remove();
});

function missing(): never {
  throw new Error('There is no reader');
}

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
    findCard: (token) => findCard(db, token),
    db,
    queue: openQueue({ db, dialect: 'postgres' }, randomUUID),
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
