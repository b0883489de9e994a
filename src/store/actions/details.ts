import type { DetailKind } from '../../domain/detail-kinds.ts';
import { textOf } from '../../domain/person.ts';
import type { FieldValues } from '../../domain/row.ts';
import { storableLine } from '../../domain/text.ts';
import { makeEntryId, type StoreContext } from '../context.ts';
import { isGone, writeEdit, writeTogether } from '../write-edit.ts';
import { type EntryReading, entryValue } from './entry-value.ts';

export interface NewDetail {
  readonly kind: DetailKind;
  readonly text: string;
  readonly note?: string;
  /** What was suggested, where the agent put it right. */
  readonly suggested?: string;
  /** `YYYY-MM-DD` */
  readonly on?: string;
  readonly way?: 'call' | 'text' | 'email';
}

/** A number, an address or an e-mail address that was heard. */
export interface TagEntry {
  readonly field: 'phone' | 'email' | 'address';
  readonly reading: EntryReading;
}

/** Details are the agent's own memory: nothing is kept without a tap, and each entry merges by itself. */
export function detailActions(context: StoreContext) {
  const { db } = context;
  const editPerson = (id: string, values: FieldValues, draftId?: string) =>
    writeTogether(context, async () => {
      if (await isGone(context, id)) return false;
      await writeEdit(context, { table: 'person', id, values, subject: id });
      if (draftId !== undefined) await db.draft.delete(draftId);
      return true;
    });

  return {
    /**
     * Resolves with the entry's id; undefined, with nothing written, for somebody who was deleted meanwhile. `tag`: the
     * same goes onto the tag, as an entry of that field with the same id, in one transaction. `draftId`: forgotten in it.
     */
    async keepDetail(
      personId: string,
      detail: NewDetail,
      tag?: TagEntry,
      draftId?: string,
    ): Promise<string | undefined> {
      const id = makeEntryId(context);
      const value = withoutEmpty({ ...detail, text: storableLine(detail.text) });
      const onTag = tag === undefined ? {} : { [`${tag.field}/${id}`]: entryValue(tag.reading) };
      const isKept = await editPerson(personId, { [`detail/${id}`]: value, ...onTag }, draftId);
      return isKept ? id : undefined;
    },

    /** In other words; what was suggested is remembered, so that it is not suggested again. Empty removes it. */
    editDetail: (personId: string, detailId: string, text: string) =>
      writeTogether(context, async () => {
        const key = `detail/${detailId}`;
        const present = (await db.person.get(personId))?.values[key];
        if (typeof present !== 'object' || present === null || Array.isArray(present)) return;
        const suggested =
          present['suggested'] ?? (present['note'] === undefined ? undefined : present['text']);
        const told = suggested === undefined ? {} : { suggested };
        const line = storableLine(text);
        // The day and the way were read from the words before.
        const { on: _on, way: _way, ...rest } = present;
        const value = line === '' ? null : { ...rest, ...told, text: line };
        await writeEdit(context, {
          table: 'person',
          id: personId,
          values: { [key]: value },
          subject: personId,
        });
      }),

    /** `field`: from the tag as well. */
    removeDetail: (personId: string, detailId: string, field?: TagEntry['field']) =>
      editPerson(personId, {
        [`detail/${detailId}`]: null,
        ...(field === undefined ? {} : { [`${field}/${detailId}`]: null }),
      }),

    /** Not to be suggested from this note again. Resolves with what undoes it. */
    async setAside(
      noteId: string,
      { kind, text }: Pick<NewDetail, 'kind' | 'text'>,
    ): Promise<() => Promise<void>> {
      const key = `aside/${makeEntryId(context)}`;
      const write = (value: { kind: string; text: string } | null) =>
        writeTogether(context, async () => {
          const subject = textOf((await db.note.get(noteId))?.values['person']);
          await writeEdit(context, { table: 'note', id: noteId, values: { [key]: value }, subject });
        });
      await write({ kind, text: storableLine(text) });
      return () => write(null);
    },
  };
}

function withoutEmpty(detail: NewDetail): Record<string, string> {
  const members: Record<string, string> = {};
  for (const [key, text] of Object.entries(detail)) if (text) members[key] = text;
  return members;
}
