import { makeRowId, type StoreContext } from '../context.ts';
import type { NewFile } from '../write-file.ts';

/** Pictures of somebody who is not saved yet. The capture draft's field `files` holds their ids, with blanks between. */
export function draftFileActions(context: StoreContext) {
  const { db } = context;
  return {
    /** Resolves with its id when all bytes are on disk. */
    async keepDraftFile(file: NewFile): Promise<string> {
      const id = makeRowId(context);
      await db.draftFile.put({ ...file, id });
      return id;
    },
    readDraftFiles: async (ids: readonly string[]) =>
      (await db.draftFile.bulkGet([...ids])).filter((file) => file !== undefined),
    /** Removes those that no draft holds any more and that are older than `ageMs`: one may be on its way into a draft. */
    async dropUnheldFiles(ageMs: number): Promise<void> {
      await db.transaction('rw', db.draft, db.draftFile, async () => {
        const held = new Set(
          (await db.draft.toArray()).flatMap(({ fields }) => fields['files']?.split(' ') ?? []),
        );
        const old = (await db.draftFile.toCollection().primaryKeys()).filter(
          (id) => !held.has(id) && context.nowMs() - madeAtMs(id) > ageMs,
        );
        await db.draftFile.bulkDelete(old);
      });
    },
  };
}

/** Of a UUIDv7 (RFC 9562, 5.7): its first 48 bits. */
function madeAtMs(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}
