import type { DeviceFile, FileStore } from '../sync/ports.ts';
import type { StoreContext } from './context.ts';
import type { JustmetDatabase, StoredContent } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { readStretch } from './pieces.ts';
import { markSignedOut } from './sync-store.ts';

/** The sync engine's port onto the bytes of files. */
export function createFileStore(context: StoreContext): FileStore {
  const { db } = context;
  return {
    nextUpload: () =>
      db.transaction('r', db.content, db.meta, async () => {
        const account = await readAccount(db);
        const content = await db.content.where('state').equals('waiting').first();
        return account === undefined || content === undefined ? undefined : toDeviceFile(content, account);
      }),
    readPart: (id, from, length) =>
      db.transaction('r', db.piece, async () => readStretch(db, id, from, length)),
    markConfirmed: (account, hash) => markConfirmed(context, account, hash),
    markRefused: (id) => changeContentState(db, id, 'waiting', 'refused'),
    markSignedOut: (account) => markSignedOut(db, account),
  };
}

/** Nothing where it has become something else meanwhile, such as removed and arriving anew. */
export function changeContentState(
  db: JustmetDatabase,
  id: string,
  from: StoredContent['state'],
  state: StoredContent['state'],
): Promise<void> {
  return db.transaction('rw', db.content, async () => {
    const content = await db.content.get(id);
    if (content?.state === from) await db.content.put({ ...content, state });
  });
}

/** Undefined while this device is not connected to a contact database. */
export async function readAccount(db: JustmetDatabase): Promise<string | undefined> {
  const connection = await readMeta(db, 'connection');
  return connection?.isSignedIn ? connection.accountId : undefined;
}

export function toDeviceFile({ id, hash, bytes }: StoredContent, account: string): DeviceFile {
  return { id, hash, bytes, account };
}

function markConfirmed({ db, nowMs }: StoreContext, account: string, hash: string): Promise<void> {
  return db.transaction('rw', db.content, db.outbox, db.meta, async () => {
    if ((await readMeta(db, 'connection'))?.accountId !== account) return;
    const same = await db.content.where('hash').equals(hash).toArray();
    const waiting = same.filter(({ state }) => state === 'waiting');
    await db.content.bulkPut(waiting.map((content) => ({ ...content, state: 'confirmed' as const })));
    // "Everything since": the last thing that was missing has just arrived (sync.md S-16).
    const position = await readMeta(db, 'position');
    const left = await db.content.where('state').equals('waiting').count();
    if (left > 0 || position?.completeAtMs === undefined) return;
    await writeMeta(db, 'position', { ...position, completeAtMs: nowMs() });
  });
}
