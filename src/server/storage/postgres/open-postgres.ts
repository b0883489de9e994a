import { setImmediate as nextTurn } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import { maxBatchEdits } from '../../../protocol/sync.ts';
import type { OpenedDatabase, SessionNews } from '../opened-database.ts';
import { runTogether } from '../run-together.ts';
import type { Schema } from '../schema.ts';
import type { Storage, SyncInput } from '../storage.ts';
import { Watchers } from '../watchers.ts';
import { createClient, createPool } from './connect-postgres.ts';
import { hearNotices } from './hear-notices.ts';
import { migratePostgres } from './migrate-postgres.ts';
import { type Notice, sendNotices } from './notices.ts';
import { renewHead } from './renew-head.ts';
import { pullOnly, syncGroup } from './sync-postgres.ts';

/** Groups that are on their way at the same time. Those of one account follow each other. */
const lanes = 4;
/** Of one transaction: its handful of answers each wait for whatever else this process does. */
const maxGroupEdits = 4 * maxBatchEdits;
/** Who wrote is not known: nobody's own name, so that every device pulls. */
const anyDevice = '0000000000';

/**
 * Opens the database, which any number of processes may have open, and brings its schema up to date. `makeId`
 * makes a UUID, for the heads and for the name of this process.
 */
export async function openPostgres(databaseUrl: string, makeId: () => string): Promise<OpenedDatabase> {
  const pool = createPool(databaseUrl);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const me = makeId();
  const watchers = new Watchers();
  const sessionListeners: (() => void)[] = [];
  const tellSessionsEnded = () => {
    for (const onEnded of sessionListeners) onEnded();
  };
  function take(notice: Notice): void {
    // What this process wrote it has told already.
    if (notice.by === me) return;
    if (notice.kind === 'session-ended') tellSessionsEnded();
    else watchers.tell(notice.account, { device: notice.device });
  }
  function catchUp(): void {
    tellSessionsEnded();
    watchers.tellAll({ device: anyDevice });
  }
  const open = async () => {
    await migratePostgres(pool, db);
    return hearNotices({ createClient: () => createClient(databaseUrl), onNotice: take, onGap: catchUp });
  };
  const hearing = await open().catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const syncInLanes = Array.from({ length: lanes }, () =>
    runTogether({
      async runAll(inputs: readonly SyncInput[]) {
        const synced = await syncGroup(pool, inputs, makeId, (client, changed) =>
          sendNotices(
            client,
            changed.map(({ accountId, device }) => ({ kind: 'changed', by: me, account: accountId, device })),
          ),
        );
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
  );
  const storage: Storage = {
    sync: (input) => {
      if (input.edits.length === 0) return pullOnly(pool, input);
      const lane = syncInLanes[laneOf(input.accountId)];
      if (lane === undefined) throw new Error('There is no such lane');
      return lane(input);
    },
    renewHead: (accountId) => renewHead(pool, accountId, makeId()),
    watch: (accountId, onChange) => watchers.watch(accountId, onChange),
    async close() {
      await hearing.close();
      await db.destroy();
    },
  };
  const sessionNews: SessionNews = {
    tellEnded: () => sendNotices(pool, [{ kind: 'session-ended', by: me }]),
    hearEnded: (onEnded) => sessionListeners.push(onEnded),
    isHearing: hearing.isHearing,
  };
  return { dialect: 'postgres', db, storage, sessionNews };
}

function laneOf(accountId: string): number {
  let sum = 0;
  for (let at = 0; at < accountId.length; at++) sum += accountId.charCodeAt(at);
  return sum % lanes;
}
