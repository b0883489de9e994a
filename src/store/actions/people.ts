import { isObject, type Json } from '../../domain/json.ts';
import { memberOf } from '../../domain/row.ts';
import { storableLine } from '../../domain/text.ts';
import { tombstoneOf } from '../../domain/tombstone.ts';
import { makeEntryId, nowIso, type StoreContext } from '../context.ts';
import { rememberUnread } from '../remember-unread.ts';
import { storedToRow } from '../stored-row.ts';
import { isGone, writeEdit, writeTogether } from '../write-edit.ts';
import { findOrMakeOccasion, mendSpelling } from './capture.ts';
import { type EntryReading, entryValue } from './entry-value.ts';

export type LineField = 'name' | 'company' | 'title';
export type EntryField = 'phone' | 'email' | 'handle' | 'address';

/**
 * `draftId`: the draft that is saved with this edit, forgotten in the same transaction. Edits of lines
 * are false, with nothing written, for somebody who was deleted meanwhile: typing undoes no delete.
 */
export function personActions(context: StoreContext) {
  const editPerson = (id: string, values: Record<string, Json>) =>
    writeTogether(context, () => writeEdit(context, { table: 'person', id, values, subject: id }));
  const editLines = (id: string, readValues: () => Promise<Record<string, Json>>, draftId?: string) =>
    writeTogether(context, async () => {
      if (await isGone(context, id)) return false;
      await writeEdit(context, { table: 'person', id, values: await readValues(), subject: id });
      if (draftId !== undefined) await context.db.draft.delete(draftId);
      return true;
    });
  return {
    editLine: (id: string, field: LineField, text: string, draftId?: string) =>
      editLines(id, async () => ({ [field]: storableLine(text) }), draftId),

    /** Changes an entry, or adds one when `entryId` is undefined; an empty text removes it. */
    editEntry: (
      id: string,
      { field, entryId }: { readonly field: EntryField; readonly entryId: string | undefined },
      reading: EntryReading,
      draftId?: string,
    ) =>
      editLines(
        id,
        async () => {
          if (reading.isUnread) await rememberUnread(context, id);
          const key = `${field}/${entryId ?? makeEntryId(context)}`;
          const label = labelOf((await context.db.person.get(id))?.values[key]);
          return { [key]: entryValue({ ...(label !== undefined && { label }), ...reading }) };
        },
        draftId,
      ),

    editWhereMet: (id: string, where: string, draftId?: string) =>
      editLines(
        id,
        async () => {
          const occasion = await findOrMakeOccasion(context, where, id);
          if (occasion !== null) await mendSpelling(context, occasion, where, id);
          return { occasion };
        },
        draftId,
      ),

    /**
     * Ends a conflict: writes the earlier value, or the one that stands once more, so that no device
     * asks again.
     */
    settleConflict: (id: string, field: string, choice: { readonly value: Json } | 'keep') =>
      writeTogether(context, async () => {
        const row = await context.db.person.get(id);
        const value = choice === 'keep' ? (memberOf(row?.values ?? {}, field) ?? null) : choice.value;
        await writeEdit(context, { table: 'person', id, values: { [field]: value }, subject: id });
      }),

    setLookedAt: (id: string, isLookedAt: boolean) =>
      editPerson(id, { lookedAt: isLookedAt ? nowIso(context) : null }),

    /** Undone by `undeletePerson`; an edit elsewhere that was not seen here brings the person back too. */
    deletePerson: (id: string) =>
      writeTogether(context, async () => {
        const row = await context.db.person.get(id);
        const values = {
          deleted: { ...tombstoneOf(row === undefined ? {} : storedToRow('person', row).stamps) },
        };
        await writeEdit(context, { table: 'person', id, values, subject: id });
      }),

    undeletePerson: (id: string) => editPerson(id, { deleted: null }),
  };
}

/** What an entry was called stays when it is spelt anew. */
function labelOf(value: Json | undefined): string | undefined {
  return isObject(value) && typeof value['label'] === 'string' ? value['label'] : undefined;
}
