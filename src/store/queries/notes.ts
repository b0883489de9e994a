import type { Note } from '../../domain/note.ts';
import type { StoreContext } from '../context.ts';
import { rowsToNotes } from './rows-to-notes.ts';

/** For live queries. */
export function noteQueries({ db }: StoreContext) {
  return {
    /** Every note that counts, in no order. */
    async listNotes(): Promise<Note[]> {
      const [rows, files] = await Promise.all([db.note.toArray(), db.file.toArray()]);
      return rowsToNotes(rows, files);
    },
  };
}
