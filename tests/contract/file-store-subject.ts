import { createHash } from 'node:crypto';
import type { StoreContext } from '../../src/store/context.ts';
import type { StoredContent } from '../../src/store/database.ts';
import { createFileCache } from '../../src/store/file-cache.ts';
import { createFileStore } from '../../src/store/file-store.ts';
import { fileQueries } from '../../src/store/queries/files.ts';
import { createStore } from '../../src/store/store.ts';
import { createSyncStore } from '../../src/store/sync-store.ts';
import { capture, session } from '../unit/store/open-store.ts';
import { account, answer, headB } from './sync-store-fixture.ts';

const hasher = () => {
  const hash = createHash('sha256');
  return { update: (bytes: Uint8Array) => hash.update(bytes), digest: () => hash.digest('hex') };
};

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
export const bytesOf = (...bytes: number[]) => new Uint8Array(bytes);

export type FileStoreSubject = ReturnType<typeof fileStoreSubject>;

/** A device's database with somebody in it, and what the suite does to files in it. */
export function fileStoreSubject(context: StoreContext, clock: { nowMs: number }) {
  const { db } = context;
  const store = { ...createStore(context), ...fileQueries(context) };
  const sync = createSyncStore(context);
  const signIn = (accountId = session.accountId) => store.connect({ ...session, accountId });
  const idsNow = async () => (await db.file.toArray()).map(({ id }) => id);
  return {
    db,
    clock,
    store,
    files: createFileStore(context),
    cache: createFileCache(context, async () => hasher),
    signIn,
    /** Takes a picture of one whom it meets first, and answers the file's id. */
    async add(pieces: readonly Uint8Array<ArrayBuffer>[], hash = hashOf(Buffer.concat(pieces))) {
      if ((await db.person.count()) === 0) await store.savePerson(capture(), undefined);
      const personId = (await db.person.toArray())[0]?.id ?? '';
      const before = new Set(await idsNow());
      await store.addFile(personId, { kind: 'picture', type: 'image/jpeg', hash, pieces });
      return (await idsNow()).find((id) => !before.has(id)) ?? '';
    },
    setContent: async (id: string, parts: Partial<StoredContent>) => {
      const content = await db.content.get(id);
      if (content !== undefined) await db.content.put({ ...content, ...parts });
    },
    /** As on a device that has the row alone. */
    async forgetBytes(id: string) {
      await db.content.delete(id);
      await db.piece.clear();
    },
    stateOf: async (id: string) => (await db.content.get(id))?.state,
    /** Takes in an answer that acknowledges everything. */
    acknowledge: async (isHistoryLost = false) =>
      sync.settle(
        answer({
          acknowledged: isHistoryLost ? [] : await db.outbox.toCollection().primaryKeys(),
          ...(isHistoryLost ? { head: headB } : {}),
        }),
        isHistoryLost,
        account,
      ),
  };
}
