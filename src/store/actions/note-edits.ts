import { bestHeard, type FileFacts, rowToFile } from '../../domain/file.ts';
import { hasWords, joinWords, wordsNotIn } from '../../domain/join-words.ts';
import { maxNoteLength } from '../../domain/limits.ts';
import { type Note, rowToNote } from '../../domain/note.ts';
import { textOf } from '../../domain/person.ts';
import { type Reading, readingToEntry } from '../../domain/reading-to-entry.ts';
import type { FieldValues } from '../../domain/row.ts';
import type { Stamp } from '../../domain/stamp.ts';
import { tombstoneOf } from '../../domain/tombstone.ts';
import { nowIso, type StoreContext } from '../context.ts';
import type { StoredEarlier } from '../database.ts';
import { listOpen } from '../queries/conflicts.ts';
import { isStoredDeleted, type StoredRow, storedToRow } from '../stored-row.ts';
import { writeEdit, writeTogether } from '../write-edit.ts';
import { toNoteText } from '../write-note.ts';

export interface NoteWords {
  readonly text: string;
  /** The recordings whose words this text has: those that were in sight with it, or of which somebody said so. */
  readonly written: readonly string[];
  /** Somebody said that the text is right: from here on, those recordings may go. Going away says nothing. */
  readonly isRead: boolean;
  /** What a hand had written when this was begun: where other words stand now, they stay behind these. */
  readonly from?: string | undefined;
  readonly draftId?: string | undefined;
}

/** Of a note as it was in sight: the recordings that its text tells. One in which nothing was heard it does not tell. */
export function listWritten({ recordings, unwritten, leftOut }: Note): string[] {
  const isTold = (one: FileFacts) => !unwritten.includes(one) && !(leftOut.includes(one) && isSilent(one));
  return recordings.filter(isTold).map(({ id }) => id);
}

/** What is done with a note that is there, with its recordings where it was spoken. */
export function noteEdits(context: StoreContext) {
  const { db } = context;
  /** Those that count. */
  const recordingsOf = async (note: StoredRow) => {
    const files = await db.file.where('values.person').equals(textOf(note.values['person'])).toArray();
    return files.filter((file) => file.values['note'] === note.id && !isStoredDeleted(file));
  };
  const toNote = (row: StoredRow, files: readonly StoredRow[]) =>
    rowToNote(
      row,
      files.map((file) => rowToFile(file)),
    );
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
     * A note in other words. What was heard is kept beside them, and is shown again where nothing is left of the text.
     * False where the note is gone.
     */
    editNote: (id: string, { draftId, from, ...words }: NoteWords) =>
      writeTogether(context, async () => {
        const note = await db.note.get(id);
        if (note === undefined || isStoredDeleted(note)) return false;
        const text = joinArrived(words.text, textOf(note.values['text']), from);
        await editText(context, note, wordsToValues({ ...words, text }, nowIso(context)));
        if (draftId !== undefined) await db.draft.delete(draftId);
        return true;
      }),

    /**
     * Ends that a note was written in two places: `more` comes behind what a hand wrote, or nothing does, and what was
     * said of its recordings stays said. `stamps` are those of the other words that were in sight. False where one note
     * cannot hold all of it: everything is as before then.
     */
    settleWords: (id: string, stamps: readonly Stamp[], more: string) =>
      writeTogether(context, async () => {
        const row = await db.note.get(id);
        if (row === undefined || isStoredDeleted(row)) return true;
        const { byHand, leftOut, unread, recordings } = toNote(row, await recordingsOf(row));
        const written = recordings.filter((one) => !leftOut.includes(one));
        const read = more === '' ? written.filter((one) => !unread.includes(one)) : [];
        const entries = [
          ...written.map((one) => readingToEntry('written', one.id)),
          ...read.map((one) => readingToEntry('read', one.id)),
        ];
        const text = joinWords(byHand, more);
        // It would be cut off, and nobody asked about it again.
        if (text.trim().length > maxNoteLength) return false;
        const said = more === '' ? { readAt: nowIso(context) } : {};
        await editText(context, row, Object.assign({ text: toNoteText(text), ...said }, ...entries), stamps);
        return true;
      }),

    /** A person has read the note as it is in sight, and it is right: from here on it is the note's own text. */
    setRead: (seen: Note) =>
      writeTogether(context, async () => {
        const note = await db.note.get(seen.id);
        // Other words came since: those are not what was read.
        if (note === undefined || textOf(note.values['text']) !== seen.byHand) return;
        const words = { text: seen.text, written: listWritten(seen), isRead: true };
        const silent = seen.leftOut.filter(isSilent).map(({ id }) => readingToEntry('read', id));
        await editText(context, note, Object.assign(wordsToValues(words, nowIso(context)), ...silent));
      }),

    /**
     * Deletes a note's recordings and leaves its text, which is what was heard where nobody wrote another. Resolves
     * with their ids, for `undeleteFile`. `readOnly`: only where somebody has said of each that its text is right and
     * the contact database has confirmed all of the bytes; otherwise nothing is deleted.
     */
    deleteRecordings: (id: string, readOnly: boolean): Promise<readonly string[]> =>
      writeTogether(context, async () => {
        const row = await db.note.get(id);
        if (row === undefined || isStoredDeleted(row)) return [];
        const recordings = await recordingsOf(row);
        const note = toNote(row, recordings);
        if (readOnly && !(mayGo(note) && (await areConfirmed(recordings)))) return [];
        if (note.byHand !== note.text) {
          const words = { text: note.text, written: listWritten(note), isRead: false };
          await editText(context, row, wordsToValues(words, nowIso(context)));
        }
        for (const file of recordings) await editDeletedRow('file', file, true);
        return recordings.map((file) => file.id);
      }),

    /** With its recordings. Resolves with the ids of those, for `undeleteNote`. */
    deleteNote: (id: string): Promise<readonly string[]> =>
      writeTogether(context, async () => {
        const note = await db.note.get(id);
        if (note === undefined) return [];
        const recordings = await recordingsOf(note);
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

/**
 * Within `writeTogether`. What another hand wrote without knowing of this (sync.md S-13) stays a tap away, unless its words
 * are in the new text, or `done` has them: whoever goes on writing has not settled them.
 */
async function editText(
  context: StoreContext,
  row: StoredRow,
  values: NoteValues,
  done: readonly Stamp[] = [],
) {
  const { earlier } = context.db;
  const open = await listOpen(context, 'note', row);
  const isSettled = ({ field, stamp, value }: StoredEarlier) =>
    field !== 'text' || hasWords(values.text, textOf(value)) || done.includes(stamp);
  const [settled, left] = [open.filter(isSettled), open.filter((one) => !isSettled(one))];
  // Who only said something of a text has not written it.
  const { text, ...rest } = values;
  const isWritten = text !== textOf(row.values['text']) || Object.keys(rest).length === 0;
  const by = await writeEdit(context, {
    table: 'note',
    id: row.id,
    values: isWritten ? values : rest,
    subject: textOf(row.values['person']),
    settles: settled.map(({ field, stamp }) => ({ field, stamp })),
  });
  await earlier.bulkDelete(settled.map((one) => [one.row, one.field, one.stamp]));
  if (isWritten) await earlier.bulkPut(left.map((one) => ({ ...one, by })));
}

type NoteValues = FieldValues & { readonly text: string };

/** Something listened and heard nothing: of what it says nobody has read a word. */
export function isSilent(recording: FileFacts): boolean {
  return bestHeard(recording)?.text === '';
}

/** Another device's words that came while somebody typed were not before their eyes. */
function joinArrived(typed: string, now: string, from: string | undefined): string {
  const isNews = from !== undefined && now !== from && now !== '' && !hasWords(typed, now);
  return isNews ? joinWords(typed, wordsNotIn(from, now)) : typed;
}

/** A text with nothing in it has nobody's words; what was said of an earlier text does not count for this one. */
function wordsToValues(words: Omit<NoteWords, 'draftId' | 'from'>, now: string): NoteValues {
  const text = toNoteText(words.text);
  const readings: readonly Reading[] = words.isRead ? ['written', 'read'] : ['written'];
  const said = text === '' ? [] : words.written;
  const entries = said.flatMap((id) => readings.map((reading) => readingToEntry(reading, id)));
  return Object.assign({ text, ...(words.isRead ? { readAt: now } : {}) }, ...entries);
}

/** Where nothing is left of what a hand wrote, what was never heard would go with its recording. */
function mayGo({ text, byHand, readAt, recordings, leftOut }: Note): boolean {
  const isTold = byHand !== '' || recordings.every((recording) => bestHeard(recording) !== null);
  return readAt !== null && text !== '' && isTold && !leftOut.some(isSilent);
}
