import { draftTab, lineDraft } from '../actions/drafts.ts';
import type { StoreContext } from '../context.ts';

const aboutPerson = /^(note|edit)\/([^/@]+)(?:\/([^@]+))?@/;

/** A draft about somebody that was typed and never saved. */
export interface LeftOver {
  readonly id: string;
  readonly kind: 'note' | 'line';
  readonly personId: string;
  /** Of a line: its field, or its entry. */
  readonly line: string;
  readonly text: string;
}

export function leftOverQueries({ db }: StoreContext) {
  return {
    /** What was typed about people and never saved, in this tab or in one that is gone. */
    async listLeftOver(tab: string, readLiveTabs: () => Promise<ReadonlySet<string>>): Promise<LeftOver[]> {
      const drafts = await db.draft.filter(({ id }) => aboutPerson.test(id)).toArray();
      if (drafts.length === 0) return [];
      const live = await readLiveTabs();
      return drafts.flatMap(({ id, fields }) => {
        const [, kind, personId = '', line = ''] = aboutPerson.exec(id) ?? [];
        const isOpen = draftTab(id) !== tab && live.has(draftTab(id));
        const text = fields['text'] ?? '';
        return isOpen ? [] : [{ id, kind: kind === 'note' ? 'note' : 'line', personId, line, text }];
      });
    },
    /** The names of the drafts of a person's lines that this tab may go on with. */
    async listLineDrafts(
      personId: string,
      tab: string,
      readLiveTabs: () => Promise<ReadonlySet<string>>,
    ): Promise<string[]> {
      const ids = await db.draft.where('id').startsWith(lineDraft(personId, '')).primaryKeys();
      if (ids.length === 0) return [];
      const live = await readLiveTabs();
      const open = ids.filter((id) => draftTab(id) === tab || !live.has(draftTab(id)));
      return open.map((id) => id.slice(0, id.lastIndexOf('@')));
    },
  };
}
