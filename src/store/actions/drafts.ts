import type { StoreContext } from '../context.ts';

export type DraftFields = Readonly<Record<string, string>>;

/** What is being typed, whichever tab it is typed in. */
export const captureDraft = 'capture';
export const noteDraft = (personId: string) => `note/${personId}`;
export const lineDraft = (personId: string, line: string) => `edit/${personId}/${line}`;

/** A draft belongs to one tab, so that two never overwrite, save or clear each other's. */
const draftId = (name: string, tab: string) => `${name}@${tab}`;
/** Whose draft it is. */
export const draftTab = (id: string) => id.slice(id.lastIndexOf('@') + 1);

/** What is typed and not saved yet, kept at every key. */
export function draftActions({ db }: StoreContext) {
  const draftsNamed = (name: string) => db.draft.where('id').startsWith(`${name}@`);
  return {
    async readDraft(id: string): Promise<DraftFields | undefined> {
      return (await db.draft.get(id))?.fields;
    },
    async writeDraft(id: string, fields: DraftFields): Promise<void> {
      if (Object.values(fields).every((text) => text === '')) await db.draft.delete(id);
      else await db.draft.put({ id, fields });
    },
    /**
     * The id of this tab's draft of that name; one that a tab left behind that is gone becomes this
     * tab's. `readLiveTabs` is asked only where there is one.
     */
    async openDraft(
      name: string,
      tab: string,
      readLiveTabs: () => Promise<ReadonlySet<string>>,
    ): Promise<string> {
      const mine = draftId(name, tab);
      const others = (await draftsNamed(name).primaryKeys()).filter((id) => id !== mine);
      if (others.length === 0) return mine;
      const live = await readLiveTabs();
      await db.transaction('rw', db.draft, async () => {
        if ((await db.draft.get(mine)) !== undefined) return;
        const left = await draftsNamed(name)
          .filter(({ id }) => !live.has(draftTab(id)))
          .first();
        if (left === undefined) return;
        await db.draft.put({ id: mine, fields: left.fields });
        await db.draft.delete(left.id);
      });
      return mine;
    },
  };
}
