import type { StoreContext } from '../context.ts';
import { findStanding } from '../merge/find-standing.ts';
import { isGone, writeTogether } from '../write-edit.ts';
import { writeNote } from '../write-note.ts';

export function noteActions(context: StoreContext) {
  return {
    /**
     * Saves a note about a person and forgets its draft. A text over the limit becomes several notes; about somebody
     * who was put into another it is the other's. False, with nothing written, for who was deleted meanwhile.
     */
    addNote: (personId: string, text: string, draftId: string | undefined) =>
      writeTogether(context, async () => {
        const standing = await findStanding(context.db, personId);
        if (await isGone(context, standing)) return false;
        await writeNote(context, standing, text);
        if (draftId !== undefined) await context.db.draft.delete(draftId);
        return true;
      }),
  };
}
