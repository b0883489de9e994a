import { preferenceId } from '../../domain/table-words.ts';
import { storableLine } from '../../domain/text.ts';
import { makeEntryId, type StoreContext } from '../context.ts';
import { writeEdit, writeTogether } from '../write-edit.ts';

/** What the agent chooses for all devices; see `Preference`. */
export interface PreferenceChange {
  readonly zone?: string;
  readonly evening?: string | null;
  readonly morning?: string | null;
  readonly namesShown?: boolean;
}

export function preferenceActions(context: StoreContext) {
  const write = (values: Parameters<typeof writeEdit>[1]['values']) =>
    writeTogether(context, () =>
      writeEdit(context, { table: 'preference', id: preferenceId, values, subject: '' }),
    );
  return {
    setPreference: (change: PreferenceChange) => write({ ...change }),

    /** A new question, or other words for one; empty takes it away. Resolves with its id. */
    async setQuestion(id: string | undefined, text: string): Promise<string> {
      const entry = id ?? makeEntryId(context);
      await write({ [`question/${entry}`]: { text: storableLine(text) } });
      return entry;
    },
  };
}
