import { rowToFile } from '../domain/file.ts';
import type { FileCache } from '../sync/ports.ts';
import type { StoreContext } from './context.ts';
import type { JustmetDatabase } from './database.ts';
import { changeContentState, readAccount, toDeviceFile } from './file-store.ts';
import { forgetContent, piecesOf, toPieces } from './pieces.ts';
import { isStoredDeleted } from './stored-row.ts';

/** SHA-256, piece by piece. */
export interface Hasher {
  update(bytes: Uint8Array): unknown;
  /** 64 hexadecimal digits. */
  digest(): string;
}

/** The bytes of files that the contact database has too. `loadHasher` is asked when something has arrived. */
export function createFileCache(context: StoreContext, loadHasher: () => Promise<() => Hasher>): FileCache {
  const { db } = context;
  return {
    openDownload: (id) => openDownload(context, id),
    keepPart: (id, from, bytes) =>
      db.transaction('rw', db.content, db.piece, async () => {
        if ((await db.content.get(id))?.state !== 'arriving') return;
        // Another tab may have fetched some of it: pieces lie one behind the other.
        const received = await readReceived(db, id);
        const fresh = from > received ? bytes.subarray(0, 0) : bytes.slice(received - from);
        if (fresh.length > 0) await db.piece.bulkPut(toPieces(id, received, [fresh]));
      }),
    endDownload: async (id) => endDownload(context, id, (await loadHasher())()),
    giveUp: (id) =>
      db.transaction('rw', db.content, db.piece, async () => {
        if ((await db.content.get(id))?.state === 'arriving') await forgetContent(db, id);
      }),
    listRemovable: (which) =>
      db.transaction('r', db.content, db.meta, async () => {
        const account = await readAccount(db);
        const contents = await db.content.where('state').equals('confirmed').toArray();
        if (account === undefined) return [];
        const chosen = contents.filter(({ isCopy }) => isCopy || which === 'all');
        const byUse = chosen.sort((a, b) => a.usedAtMs - b.usedAtMs);
        return byUse.map((content) => toDeviceFile(content, account));
      }),
    markWaiting: (id) => changeContentState(db, id, 'confirmed', 'waiting'),
    remove: (id) =>
      db.transaction('rw', db.content, db.piece, async () => {
        if ((await db.content.get(id))?.state !== 'confirmed') return false;
        await forgetContent(db, id);
        return true;
      }),
  };
}

function openDownload({ db, nowMs }: StoreContext, id: string): ReturnType<FileCache['openDownload']> {
  return db.transaction('rw', db.file, db.content, db.piece, db.meta, async () => {
    const [row, account, known] = [await db.file.get(id), await readAccount(db), await db.content.get(id)];
    if (row === undefined || isStoredDeleted(row) || account === undefined) return undefined;
    const { personId: person, hash, bytes } = rowToFile(row);
    const file = { id, hash, bytes, account };
    if (known !== undefined && known.state !== 'arriving') return { ...file, received: bytes };
    if (known === undefined) {
      await db.content.put({ id, person, hash, bytes, state: 'arriving', isCopy: true, usedAtMs: nowMs() });
    }
    return { ...file, received: await readReceived(db, id) };
  });
}

/** Bytes from the beginning that are here. Within a transaction. */
async function readReceived(db: JustmetDatabase, id: string): Promise<number> {
  const last = await piecesOf(db, id).reverse().first();
  return last === undefined ? 0 : last.from + last.bytes.length;
}

function endDownload({ db, nowMs }: StoreContext, id: string, hasher: Hasher): Promise<boolean> {
  return db.transaction('rw', db.content, db.piece, async () => {
    const content = await db.content.get(id);
    if (content === undefined) return false;
    if (content.state !== 'arriving') return true;
    for (const key of await piecesOf(db, id).primaryKeys()) {
      const piece = await db.piece.get(key);
      if (piece !== undefined) hasher.update(piece.bytes);
    }
    if (hasher.digest() !== content.hash) {
      await forgetContent(db, id);
      return false;
    }
    // The database that it came from was lost meanwhile: what there is now may not have it (sync.md S-27).
    const state = content.isCopy ? 'confirmed' : 'waiting';
    await db.content.put({ ...content, state, usedAtMs: nowMs() });
    return true;
  });
}
