import type { FileKind } from '../../domain/file.ts';
import { textOf } from '../../domain/person.ts';
import { tombstoneOf } from '../../domain/tombstone.ts';
import { makeRowId, nowIso, type StoreContext } from '../context.ts';
import { forgetContent, toPieces } from '../pieces.ts';
import { storedToRow } from '../stored-row.ts';
import { isGone, writeEdit, writeTogether } from '../write-edit.ts';

export interface NewFile {
  readonly kind: FileKind;
  /** A media type without parameters. */
  readonly type: string;
  /** SHA-256 of all pieces in their order, 64 hexadecimal digits. */
  readonly hash: string;
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
}

export function fileActions(context: StoreContext) {
  const { db, nowMs } = context;
  /** Within `writeTogether`. */
  const editDeleted = async (id: string, isDeleted: boolean) => {
    const row = await db.file.get(id);
    if (row === undefined) return;
    const values = { deleted: isDeleted ? { ...tombstoneOf(storedToRow('file', row).stamps) } : null };
    await writeEdit(context, { table: 'file', id, values, subject: textOf(row.values['person']) });
  };
  return {
    /**
     * Saves a picture or a recording with all its bytes in one transaction (sync.md S-23). False, with
     * nothing written, for somebody who was deleted meanwhile.
     */
    addFile: (personId: string, { kind, type, hash, pieces }: NewFile) =>
      writeTogether(context, async () => {
        if (await isGone(context, personId)) return false;
        const id = makeRowId(context);
        const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
        const takenAt = nowIso(context);
        const values = { person: personId, kind, type, hash, bytes, takenAt };
        await writeEdit(context, { table: 'file', id, values, subject: personId, isNew: true });
        await writeEdit(context, {
          table: 'person',
          id: personId,
          values: { notedAt: takenAt },
          subject: personId,
        });
        const whose = { id, person: personId, hash, bytes };
        await db.content.put({ ...whose, state: 'waiting', isCopy: false, usedAtMs: nowMs() });
        await db.piece.bulkPut(toPieces(id, 0, pieces));
        return true;
      }, [db.piece]),
    /** Undone by `undeleteFile`. Bytes that the contact database would not take have nothing left to wait for. */
    deleteFile: (id: string) =>
      writeTogether(context, async () => {
        await editDeleted(id, true);
        if ((await db.content.get(id))?.state === 'refused') await forgetContent(db, id);
      }, [db.piece]),
    undeleteFile: (id: string) => writeTogether(context, () => editDeleted(id, false)),
  };
}
