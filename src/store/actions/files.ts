import { textOf } from '../../domain/person.ts';
import { tombstoneOf } from '../../domain/tombstone.ts';
import type { StoreContext } from '../context.ts';
import { forgetContent } from '../pieces.ts';
import { storedToRow } from '../stored-row.ts';
import { isGone, writeEdit, writeTogether } from '../write-edit.ts';
import { type NewFile, writeFile } from '../write-file.ts';

export function fileActions(context: StoreContext) {
  const { db } = context;
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
    addFile: (personId: string, file: NewFile) =>
      writeTogether(context, async () => {
        if (await isGone(context, personId)) return false;
        await writeFile(context, personId, file);
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
