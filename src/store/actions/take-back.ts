import type { StoreContext } from '../context.ts';
import { isGone, writeTogether } from '../write-edit.ts';
import type { DraftFields } from './drafts.ts';
import { personActions } from './people.ts';

/** The undo of a save that nobody was asked about. */
export function takeBackActions(context: StoreContext) {
  const { db } = context;
  return {
    /**
     * Deletes somebody who was just saved and stores the tag that they were saved from as that draft: one transaction.
     * False where the draft holds another tag, or something was written about them since: then they are deleted and
     * can be brought back, and the draft is as it was.
     */
    takePersonBack: (personId: string, draftId: string, fields: DraftFields): Promise<boolean> =>
      writeTogether(context, async () => {
        if (await isGone(context, personId)) return false;
        await personActions(context).deletePerson(personId);
        const isTaken = (await db.draft.get(draftId)) !== undefined;
        if (isTaken || (await hasMore(context, personId, fields))) return false;
        await db.draft.put({ id: draftId, fields });
        return true;
      }),
  };
}

/** More than the one note that was in the tag. Within `writeTogether`. */
async function hasMore({ db }: StoreContext, personId: string, { note = '' }: DraftFields): Promise<boolean> {
  const [notes, touches, files] = await Promise.all(
    [db.note, db.touch, db.file].map((table) => table.where('values.person').equals(personId).count()),
  );
  return (notes ?? 0) > (note.trim() === '' ? 0 : 1) || (touches ?? 0) + (files ?? 0) > 0;
}
