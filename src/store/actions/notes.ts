import type { StoreContext } from '../context.ts';
import { isGone, writeTogether } from '../write-edit.ts';
import { writeNote } from '../write-note.ts';

export function noteActions(context: StoreContext) {
  return {
    /**
     * Saves a note about a person and forgets its draft. A text over the limit becomes several notes.
     * False, with nothing written, for somebody who was deleted meanwhile.
     */
    addNote: (personId: string, text: string, draftId: string | undefined) =>
      writeTogether(context, async () => {
        if (await isGone(context, personId)) return false;
        await writeNote(context, personId, text);
        if (draftId !== undefined) await context.db.draft.delete(draftId);
        return true;
      }),
  };
}
