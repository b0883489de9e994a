import { type FileFacts, rowToFile } from '../../domain/file.ts';
import { type Note, rowToNote } from '../../domain/note.ts';
import { isStoredDeleted, type StoredRow } from '../stored-row.ts';

/** The notes that count, each with its recordings that count. */
export function rowsToNotes(notes: readonly StoredRow[], files: readonly StoredRow[]): Note[] {
  const recordings = new Map<string, FileFacts[]>();
  for (const row of files) {
    if (row.values['kind'] !== 'recording' || isStoredDeleted(row)) continue;
    const file = rowToFile(row);
    const known = recordings.get(file.noteId ?? '');
    if (known === undefined) recordings.set(file.noteId ?? '', [file]);
    else known.push(file);
  }
  return notes.filter((row) => !isStoredDeleted(row)).map((row) => rowToNote(row, recordings.get(row.id)));
}
