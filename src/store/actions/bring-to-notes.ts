import { textOf } from '../../domain/person.ts';
import type { StoreContext } from '../context.ts';
import type { JustmetDatabase } from '../database.ts';
import { giveRow } from '../merge/move-rows.ts';
import { isStoredDeleted, type StoredRow } from '../stored-row.ts';
import { writeTogether } from '../write-edit.ts';

/** In between, somebody who types is heard. */
const filesAtOnce = 500;

/** A recording goes where its note goes, whoever took which of the two where (docs/decisions/0029-review.md). */
export function bringToNotes(context: StoreContext) {
  const { db } = context;
  return {
    /**
     * Files of which the note is somebody else's become that person's. The same on every device, however often it
     * runs: whose a file is follows from its note. Resolves with how many they were.
     */
    bringFilesToNotes: async (): Promise<number> => {
      // Looked for outside of the transaction, which would keep every save waiting.
      const strays = await findStrays(db);
      if (strays.length === 0) return 0;
      return writeTogether(context, async () => {
        const files = (await db.file.bulkGet(strays)).filter((file) => file !== undefined);
        const owners = await listOwners(db, files);
        for (const [file, to] of owners) await giveRow(context, { table: 'file', id: file.id, to });
        return owners.length;
      });
    },
  };
}

async function findStrays(db: JustmetDatabase): Promise<string[]> {
  const strays: string[] = [];
  for (let last: string | undefined = ''; last !== undefined; ) {
    const files: StoredRow[] = await db.file.where('id').above(last).limit(filesAtOnce).toArray();
    strays.push(...(await listOwners(db, files)).map(([{ id }]) => id));
    last = files.at(-1)?.id;
  }
  return strays;
}

/** Of these files those that are another's than their note is, each with whose it is. What is deleted stays where it is. */
async function listOwners(
  db: JustmetDatabase,
  files: readonly StoredRow[],
): Promise<(readonly [StoredRow, string])[]> {
  const ofNotes = files.filter((file) => textOf(file.values['note']) !== '' && !isStoredDeleted(file));
  const notes = await db.note.bulkGet(ofNotes.map(({ values }) => textOf(values['note'])));
  return ofNotes.flatMap((file, place) => {
    const note = notes[place];
    const owner = note === undefined || isStoredDeleted(note) ? '' : textOf(note.values['person']);
    return owner === '' || owner === textOf(file.values['person']) ? [] : [[file, owner] as const];
  });
}
