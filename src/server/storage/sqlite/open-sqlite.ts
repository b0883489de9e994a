import { statSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely } from 'kysely';
import { maxBatchEdits } from '../../../protocol/sync.ts';
import { migrate } from '../migrate.ts';
import { NewerDatabaseError, type OpenedDatabase } from '../opened-database.ts';
import { runTogether } from '../run-together.ts';
import type { Schema } from '../schema.ts';
import { type Storage, StorageGoneError, type SyncInput } from '../storage.ts';
import { Watchers } from '../watchers.ts';
import { backUpBeforeMigrating } from './back-up-before-migrating.ts';
import { renewHead } from './renew-head.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';
import { prepareSync } from './sync-sqlite.ts';

/** Of one transaction, in which nobody else is served: two whole batches share its wait for the disk. */
const maxGroupEdits = 2 * maxBatchEdits;

/** The file was removed or replaced under the open database: whatever is written now would be lost. */
function refuseIfGone(path: string, ino: number): void {
  if (statSync(path, { throwIfNoEntry: false })?.ino === ino) return;
  throw new StorageGoneError();
}

/**
 * Opens the database in a folder that exists, and brings its schema up to date.
 * `synchronous=FULL` belongs to every open: a reopened WAL database may fall back to NORMAL, which
 * answers before the write is on disk. `makeId` makes a UUID, for the heads.
 */
export async function openSqlite(path: string, makeId: () => string): Promise<OpenedDatabase> {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
  // What was deleted is not left in free pages.
  database.exec('pragma secure_delete = on');
  const db = new Kysely<Schema>({ dialect: createSqliteDialect(database) });
  backUpBeforeMigrating(database, path);
  if (!(await migrate(db, 'sqlite'))) {
    await db.destroy();
    throw new NewerDatabaseError();
  }
  await renewHeads(db, makeId);
  const opened = statSync(path);
  const watchers = new Watchers();
  const syncAll = prepareSync(database, makeId);
  const storage: Storage = {
    sync: runTogether({
      async runAll(inputs: readonly SyncInput[]) {
        refuseIfGone(path, opened.ino);
        // While kysely's one connection is held, none of its transactions is open.
        const synced = await db.connection().execute(async () => syncAll(inputs));
        // Not before all of it is on disk.
        for (const [place, { isChanged }] of synced.entries()) {
          const input = inputs[place];
          if (isChanged && input !== undefined) watchers.tell(input.accountId, { device: input.device });
        }
        return synced.map(({ isChanged: _, ...answer }) => answer);
      },
      weigh: ({ edits }) => edits.length,
      maxWeight: maxGroupEdits,
      nextTurn,
    }),
    async renewHead(accountId) {
      refuseIfGone(path, opened.ino);
      await renewHead(db, accountId, makeId());
    },
    watch: (accountId, onChange) => watchers.watch(accountId, onChange),
    async close() {
      database.exec('pragma wal_checkpoint(truncate)');
      await db.destroy();
    },
  };
  return { dialect: 'sqlite', db, storage, sessionNews: undefined };
}

/**
 * The process before may have been killed between the last byte of a file and the head that names that state
 * (docs/sync.md S-27).
 */
async function renewHeads(db: Kysely<Schema>, makeId: () => string): Promise<void> {
  const accounts = await db.selectFrom('account').select('id').execute();
  for (const { id } of accounts) await renewHead(db, id, makeId());
}
