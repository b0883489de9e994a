import type { StoreContext } from '../context.ts';

export type DraftFields = Readonly<Record<string, string>>;

const capturePrefix = 'capture/';

/** The draft of the tag being filled in: one for each tab, so that two never overwrite each other. */
const captureDraftId = (tabId: string) => `${capturePrefix}${tabId}`;

/** What is typed and not saved yet, kept at every key. */
export function draftActions({ db }: StoreContext) {
  return {
    async readDraft(id: string): Promise<DraftFields | undefined> {
      return (await db.draft.get(id))?.fields;
    },
    async writeDraft(id: string, fields: DraftFields): Promise<void> {
      if (Object.values(fields).every((text) => text === '')) await db.draft.delete(id);
      else await db.draft.put({ id, fields });
    },
    /** The id of this tab's capture draft; one that a tab left behind that is gone becomes this tab's. */
    async openCaptureDraft(tabId: string, liveTabs: ReadonlySet<string>): Promise<string> {
      const mine = captureDraftId(tabId);
      await db.transaction('rw', db.draft, async () => {
        if ((await db.draft.get(mine)) !== undefined) return;
        const left = await db.draft
          .where('id')
          .startsWith(capturePrefix)
          .filter(({ id }) => !liveTabs.has(id.slice(capturePrefix.length)))
          .first();
        if (left === undefined) return;
        await db.draft.put({ id: mine, fields: left.fields });
        await db.draft.delete(left.id);
      });
      return mine;
    },
  };
}
