import type { Json } from '../../domain/json.ts';
import { storableLine } from '../../domain/text.ts';
import { tombstoneOf } from '../../domain/tombstone.ts';
import { makeEntryId, nowIso, type StoreContext } from '../context.ts';
import { writeEdit, writeTogether } from '../write-edit.ts';
import { entryValue, findOrMakeOccasion } from './capture.ts';

export type LineField = 'name' | 'company';
export type EntryField = 'phone' | 'email' | 'handle';

/** `draftId`: the draft that is saved with this edit, forgotten in the same transaction. */
export function personActions(context: StoreContext) {
  const editPerson = (id: string, values: Record<string, Json>, draftId?: string) =>
    writeTogether(context, async () => {
      await writeEdit(context, { table: 'person', id, values, subject: id });
      if (draftId !== undefined) await context.db.draft.delete(draftId);
    });
  return {
    editLine: (id: string, field: LineField, text: string, draftId: string) =>
      editPerson(id, { [field]: storableLine(text) }, draftId),

    /** Changes an entry, or adds one when `entryId` is undefined; an empty text removes it. */
    editEntry(
      id: string,
      entry: { readonly field: EntryField; readonly entryId: string | undefined },
      reading: Readonly<Record<string, string>>,
      draftId: string,
    ) {
      const key = `${entry.field}/${entry.entryId ?? makeEntryId(context)}`;
      const value = storableLine(reading['typed'] ?? '') ? entryValue(reading) : null;
      return editPerson(id, { [key]: value }, draftId);
    },

    editWhereMet: (id: string, where: string, draftId: string) =>
      writeTogether(context, async () => {
        const occasion = await findOrMakeOccasion(context, where, id);
        await writeEdit(context, { table: 'person', id, values: { occasion }, subject: id });
        await context.db.draft.delete(draftId);
      }),

    setLookedAt: (id: string, isLookedAt: boolean) =>
      editPerson(id, { lookedAt: isLookedAt ? nowIso(context) : null }),

    /** Undone by `undeletePerson`; an edit elsewhere that was not seen here brings the person back too. */
    deletePerson: (id: string) =>
      writeTogether(context, async () => {
        const row = await context.db.person.get(id);
        const values = { deleted: { ...tombstoneOf(row?.stamps ?? {}) } };
        await writeEdit(context, { table: 'person', id, values, subject: id });
      }),

    undeletePerson: (id: string) => editPerson(id, { deleted: null }),
  };
}
