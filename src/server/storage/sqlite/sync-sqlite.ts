import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { SyncAnswer, SyncInput } from '../storage.ts';
import { prepareAccountState } from './account-state.ts';
import { preparePull } from './pull-page.ts';
import { preparePush } from './push-edits.ts';

interface Synced extends SyncAnswer {
  /** True when a row is other than before. */
  readonly isChanged: boolean;
}

/**
 * Push and pull of each device in one transaction, so that no reader sees half of a batch (docs/sync.md S-4,
 * S-11). It runs at once, and no other transaction may be open on this connection.
 */
export function prepareSync(
  database: DatabaseSyncInstance,
  makeId: () => string,
): (inputs: readonly SyncInput[]) => Synced[] {
  const accounts = prepareAccountState(database, makeId);
  const pushEdits = preparePush(database, accounts);
  const pullPage = preparePull(database);

  function syncDevice(input: SyncInput): Synced {
    const { accountId } = input;
    const isHeadKnown = accounts.knowsHead(accountId, input.head);
    const cursor = isHeadKnown ? input.cursor : 0;
    const { head, acknowledged, refused, isChanged, ...numbers } = pushEdits(input, cursor);
    const page = pullPage({ accountId, cursor, ...numbers });
    return { head, isHeadKnown, acknowledged, refused, isChanged, ...page };
  }

  return (inputs) => inTransaction(database, () => inputs.map(syncDevice));
}

/** Takes the write lock at the start: a reader that turns writer later can fail with SQLITE_BUSY. */
function inTransaction<T>(database: DatabaseSyncInstance, run: () => T): T {
  database.exec('begin immediate');
  try {
    const outcome = run();
    database.exec('commit');
    return outcome;
  } finally {
    // Still open only when something failed; SQLite itself rolls back when the disk is full.
    if (database.isTransaction) database.exec('rollback');
  }
}
