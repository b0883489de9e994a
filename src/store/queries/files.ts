import { type FileFacts, rowToFile } from '../../domain/file.ts';
import type { StoreContext } from '../context.ts';
import type { JustmetDatabase, StoredContent } from '../database.ts';
import { isUnconfirmed } from '../is-unconfirmed.ts';
import { piecesOf } from '../pieces.ts';
import { isStoredDeleted } from '../stored-row.ts';

/** A picture or a recording of somebody, and where its bytes are. */
export interface PersonFile extends FileFacts {
  /** All of its bytes are on this device. */
  readonly isHere: boolean;
  /** The contact database has not confirmed its bytes. */
  readonly isWaiting: boolean;
}

/** Pictures and recordings whose bytes may leave this device when it runs short of space. */
export interface Removable {
  readonly files: number;
  readonly bytes: number;
  /** Of those that came from the contact database. */
  readonly copyBytes: number;
}

/** So often is it noted that a file was looked at: what was not for longest leaves first. */
const usedEveryMs = 3_600_000;

export function fileQueries({ db, nowMs }: StoreContext) {
  return {
    /** Somebody's files, latest first. */
    async listFiles(personId: string): Promise<PersonFile[]> {
      const rows = await db.file.where('values.person').equals(personId).toArray();
      // By their ids: bytes that came before a file was given to another person bear the name of the one before.
      const contents = await db.content.bulkGet(rows.map(({ id }) => id));
      const stateById = new Map(
        contents.flatMap((content) => (content ? [[content.id, content.state]] : [])),
      );
      return rows
        .filter((row) => !isStoredDeleted(row))
        .map((row) => {
          const state = stateById.get(row.id) ?? 'arriving';
          return { ...rowToFile(row), isHere: state !== 'arriving', isWaiting: isUnconfirmed({ state }) };
        })
        .sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1));
    },

    /** Undefined while not all of its bytes are on this device. */
    async readFile(id: string): Promise<Blob | undefined> {
      // Together, so that what is removed meanwhile is not half of it.
      const found = await db.transaction('r', db.file, db.content, db.piece, async () => {
        const [row, content] = [await db.file.get(id), await db.content.get(id)];
        if (row === undefined || content === undefined || content.state === 'arriving') return undefined;
        return { row, content, pieces: await piecesOf(db, id).toArray() };
      });
      if (found === undefined) return undefined;
      const { row, content, pieces } = found;
      // On a full disk nothing can be noted, and it is shown all the same.
      if (nowMs() - content.usedAtMs > usedEveryMs) await noteUse(db, id, nowMs()).catch(() => undefined);
      return new Blob(
        pieces.map(({ bytes }) => bytes),
        { type: rowToFile(row).type },
      );
    },

    async readRemovable(): Promise<Removable> {
      const contents = await db.content.where('state').equals('confirmed').toArray();
      const copies = contents.filter(({ isCopy }) => isCopy);
      return { files: contents.length, bytes: sumOf(contents), copyBytes: sumOf(copies) };
    },
  };
}

function sumOf(contents: readonly StoredContent[]): number {
  return contents.reduce((sum, { bytes }) => sum + bytes, 0);
}

async function noteUse(db: JustmetDatabase, id: string, usedAtMs: number): Promise<void> {
  await db.transaction('rw', db.content, async () => {
    const content = await db.content.get(id);
    if (content !== undefined) await db.content.put({ ...content, usedAtMs });
  });
}
