import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { syncResponseSchema } from '../../../src/protocol/sync.ts';
import { protocolVersion } from '../../../src/protocol/version.ts';
import { insertAccount } from '../../../src/server/storage/insert-account.ts';
import { openSqlite } from '../../../src/server/storage/sqlite/open-sqlite.ts';
import { createSyncStore } from '../../../src/store/sync-store.ts';
import { type OpenStore, session } from './open-store.ts';

/** A contact database on disk, until the test ends; what it answers brings each device up to date. */
export async function openContactDatabase(): Promise<(phone: OpenStore) => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'justmet-notes-'));
  const { db, storage } = await openSqlite(join(folder, 'contacts.sqlite'), randomUUID);
  onTestFinished(async () => {
    await storage.close();
    await rm(folder, { recursive: true });
  });
  await db.transaction().execute((trx) => insertAccount(trx, session.accountId, randomUUID()));
  return async ({ store, context }) => {
    await store.connect(session);
    const sync = createSyncStore(context);
    const position = await sync.readPosition();
    if (position === undefined) throw new Error('It is not signed in');
    const edits = await sync.readBatch({ edits: 500, bytes: 1_000_000 });
    const { account, ...rest } = position;
    const receivedAt = new Date(context.nowMs()).toISOString();
    const { rows, ...answer } = await storage.sync({ ...rest, accountId: account, edits, receivedAt });
    const pulled: unknown[] = rows.map((row) => JSON.parse(row));
    const response = syncResponseSchema.parse({ protocol: protocolVersion, ...answer, rows: pulled });
    await sync.settle(response, false, account);
  };
}
