import { isObject, type Json } from '../../domain/json.ts';
import { cardTokenPattern } from '../../domain/limits.ts';
import { storableLine } from '../../domain/text.ts';
import { tombstoneOf } from '../../domain/tombstone.ts';
import { makeEntryId, makeRowId, type StoreContext } from '../context.ts';
import { isStoredDeleted, storedToRow } from '../stored-row.ts';
import { writeEdit, writeTogether } from '../write-edit.ts';
import { type EntryReading, entryValue } from './entry-value.ts';
import type { EntryField } from './people.ts';

export type ProfileLineField = 'label' | 'name' | 'company' | 'title';

/** A card as it was filled in. Texts as they were typed; readings were made before saving. */
export interface NewProfile {
  readonly lines: Readonly<Partial<Record<ProfileLineField, string>>>;
  readonly entries: readonly { readonly field: EntryField; readonly reading: EntryReading }[];
}

const tokenBytes = 16;

/**
 * The agent's own cards. `draftId`: the draft that is saved with this edit, forgotten in the same transaction.
 * Edits are false, with nothing written, for a card that was deleted meanwhile: typing undoes no delete.
 */
export function profileActions(context: StoreContext) {
  const { db } = context;
  const write = (id: string, values: Record<string, Json>) =>
    writeEdit(context, { table: 'profile', id, values, subject: id });
  const edit = (id: string, readValues: () => Promise<Record<string, Json>>, draftId?: string) =>
    writeTogether(context, async () => {
      const row = await db.profile.get(id);
      if (row === undefined || isStoredDeleted(row)) return false;
      await write(id, await readValues());
      if (draftId !== undefined) await db.draft.delete(draftId);
      return true;
    });
  return {
    /** Resolves with its id when it is on disk. */
    makeProfile: (profile: NewProfile, draftId?: string): Promise<string> =>
      writeTogether(context, async () => {
        const id = makeRowId(context);
        const values = newProfileToValues(context, profile);
        await writeEdit(context, { table: 'profile', id, values, subject: id, isNew: true });
        if (draftId !== undefined) await db.draft.delete(draftId);
        return id;
      }),

    editProfileLine: (id: string, field: ProfileLineField, text: string, draftId?: string) =>
      edit(id, async () => ({ [field]: storableLine(text) }), draftId),

    /** Changes an entry, or adds one when `entryId` is undefined; an empty text removes it. */
    editProfileEntry: (
      id: string,
      { field, entryId }: { readonly field: EntryField; readonly entryId: string | undefined },
      reading: EntryReading,
      draftId?: string,
    ) =>
      edit(
        id,
        async () => {
          const key = `${field}/${entryId ?? makeEntryId(context)}`;
          const before = (await db.profile.get(id))?.values[key];
          const label = isObject(before) && typeof before['label'] === 'string' ? before['label'] : '';
          return { [key]: entryValue({ label, ...reading }) };
        },
        draftId,
      ),

    /** Gives the card a public page: a token that nobody can guess. One that it has stays. */
    openPage: (id: string) =>
      edit(id, async () => {
        const token = (await db.profile.get(id))?.values['token'];
        const isToken = typeof token === 'string' && cardTokenPattern.test(token);
        return { token: isToken ? token : bytesToBase64url(context.randomBytes(tokenBytes)) };
      }),

    /** Its address leads nowhere from then on, also when another page is opened later. */
    withdrawPage: (id: string) => edit(id, async () => ({ token: null })),

    /** Undone by `undeleteProfile`. A card that is deleted has no page either. */
    deleteProfile: (id: string) =>
      edit(id, async () => {
        const row = await db.profile.get(id);
        return { deleted: { ...tombstoneOf(row === undefined ? {} : storedToRow('profile', row).stamps) } };
      }),

    undeleteProfile: (id: string) => writeTogether(context, () => write(id, { deleted: null })),
  };
}

function newProfileToValues(context: StoreContext, { lines, entries }: NewProfile): Record<string, Json> {
  const values: Record<string, Json> = {};
  for (const [field, text] of Object.entries(lines)) {
    if (storableLine(text)) values[field] = storableLine(text);
  }
  for (const [place, { field, reading }] of entries.entries()) {
    const value = entryValue(reading);
    if (value !== null) values[`${field}/${makeEntryId(context, place)}`] = value;
  }
  return values;
}

/** RFC 4648, 5, without padding. */
function bytesToBase64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
