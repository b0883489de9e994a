import { rowToFile } from '../../domain/file.ts';
import { rowToNote } from '../../domain/note.ts';
import { textOf } from '../../domain/person.ts';
import { tombstoneOf } from '../../domain/tombstone.ts';
import { nowIso, type StoreContext } from '../context.ts';
import { isStoredDeleted, type StoredRow, storedToRow } from '../stored-row.ts';
import { writeEdit, writeTogether } from '../write-edit.ts';
import { toNoteText } from '../write-note.ts';

/** What is done with a note that is there, with its recordings where it was spoken. */
export function noteEdits(context: StoreContext) {
  const { db } = context;
  /** Within `writeTogether`. */
  const editNoteRow = (row: StoredRow, values: Record<string, string>) =>
    writeEdit(context, { table: 'note', id: row.id, values, subject: textOf(row.values['person']) });
  const recordingsOf = async (note: StoredRow) => {
    const files = await db.file.where('values.person').equals(textOf(note.values['person'])).toArray();
    return files.filter((file) => file.values['note'] === note.id);
  };
  /** Within `writeTogether`. */
  const editDeletedRow = (table: 'note' | 'file', row: StoredRow, isDeleted: boolean) => {
    const deleted = isDeleted ? { ...tombstoneOf(storedToRow(table, row).stamps) } : null;
    const subject = textOf(row.values['person']);
    return writeEdit(context, { table, id: row.id, values: { deleted }, subject });
  };
  const areConfirmed = async (files: readonly StoredRow[]) => {
    const contents = await db.content.bulkGet(files.map(({ id }) => id));
    return contents.every((content) => content?.state === 'confirmed');
  };
  return {
    /**
     * A note in other words; of a voice note that its words were read. What was heard is kept beside them, and is
     * shown again where nothing is left of the text. False where the note is gone.
     */
    editNote: (id: string, text: string, draftId?: string) =>
      writeTogether(context, async () => {
        const note = await db.note.get(id);
        if (note === undefined || isStoredDeleted(note)) return false;
        await editNoteRow(note, { text: toNoteText(text), readAt: nowIso(context) });
        if (draftId !== undefined) await db.draft.delete(draftId);
        return true;
      }),

    /** A person has read what was heard, and it is right: from here on it is the note's own text. */
    setRead: (id: string, text: string) =>
      writeTogether(context, async () => {
        const note = await db.note.get(id);
        if (note !== undefined) await editNoteRow(note, { text: toNoteText(text), readAt: nowIso(context) });
      }),

    /**
     * Deletes a note's recordings and leaves its text, which is what was heard where nobody wrote another. Resolves
     * with their ids, for `undeleteFile`. `readOnly`: only where somebody has read all of the text and the contact
     * database has confirmed all of the bytes; otherwise nothing is deleted.
     */
    deleteRecordings: (id: string, readOnly: boolean): Promise<readonly string[]> =>
      writeTogether(context, async () => {
        const row = await db.note.get(id);
        if (row === undefined || isStoredDeleted(row)) return [];
        const recordings = (await recordingsOf(row)).filter((file) => !isStoredDeleted(file));
        const { text, readAt } = rowToNote(
          row,
          recordings.map((file) => rowToFile(file)),
        );
        if (readOnly && (readAt === null || text === '' || !(await areConfirmed(recordings)))) return [];
        if (textOf(row.values['text']) !== text)
          await editNoteRow(row, { text: toNoteText(text), readAt: nowIso(context) });
        for (const file of recordings) await editDeletedRow('file', file, true);
        return recordings.map((file) => file.id);
      }),

    /** With its recordings. Resolves with the ids of those, for `undeleteNote`. */
    deleteNote: (id: string): Promise<readonly string[]> =>
      writeTogether(context, async () => {
        const note = await db.note.get(id);
        if (note === undefined) return [];
        const recordings = (await recordingsOf(note)).filter((file) => !isStoredDeleted(file));
        await editDeletedRow('note', note, true);
        for (const file of recordings) await editDeletedRow('file', file, true);
        return recordings.map((file) => file.id);
      }),
    undeleteNote: (id: string, recordingIds: readonly string[]) =>
      writeTogether(context, async () => {
        const note = await db.note.get(id);
        if (note !== undefined) await editDeletedRow('note', note, false);
        const files = await db.file.bulkGet([...recordingIds]);
        for (const file of files) if (file !== undefined) await editDeletedRow('file', file, false);
      }),
  };
}
