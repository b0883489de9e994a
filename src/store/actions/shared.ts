import { makeRowId, type StoreContext } from '../context.ts';
import type { DraftFields } from './drafts.ts';

/**
 * What another app handed over and no tag has taken in yet. A draft of its own (`shared@<id>`) with the fields `line`
 * (text), `files` (ids of draft files), `cards` (a text of vCards) and `leftOut` (names of what is not taken).
 */
export interface SharedDraft {
  readonly id: string;
  readonly fields: DraftFields;
}

export function sharedActions(context: StoreContext) {
  const { db } = context;
  return {
    /** Resolves when all are on disk. */
    async keepShared(all: readonly DraftFields[]): Promise<void> {
      await db.draft.bulkPut(all.map((fields) => ({ id: `shared@${makeRowId(context)}`, fields })));
    },
    /** In the order in which they came. */
    listShared: (): Promise<SharedDraft[]> => db.draft.where('id').startsWith('shared@').sortBy('id'),
    /** Writes the draft that has taken it in, and forgets it: one transaction. */
    async takeShared(sharedId: string, draftId: string, fields: DraftFields): Promise<void> {
      await db.transaction('rw', db.draft, async () => {
        await db.draft.put({ id: draftId, fields });
        await db.draft.delete(sharedId);
      });
    },
    async dropShared(sharedId: string): Promise<void> {
      await db.draft.delete(sharedId);
    },
  };
}
