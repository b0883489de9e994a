import type { Json } from '../../domain/json.ts';
import { nextTagColour, rowToOccasion } from '../../domain/occasion.ts';
import { searchableText, storableLine } from '../../domain/text.ts';
import { makeEntryId, makeRowId, nowIso, type StoreContext } from '../context.ts';
import { recentOccasions } from '../queries/occasions.ts';
import { isStoredDeleted } from '../stored-row.ts';
import { writeEdit, writeTogether } from '../write-edit.ts';
import { type EntryReading, entryValue } from './entry-value.ts';
import { rememberUnread } from './unread-numbers.ts';

/** A filled-in name tag. Texts as they were typed; readings were made before saving. */
export interface Capture {
  readonly name: string;
  readonly company: string;
  readonly where: string;
  /** Of the occasion of that name, where the screen knows it. */
  readonly occasionId: string | undefined;
  readonly phone: EntryReading;
  readonly email: string;
  readonly handle: EntryReading;
}

export function captureActions(context: StoreContext) {
  return {
    /** Saves a person, the occasion if it is new, and forgets the draft: one transaction. Resolves when it is on disk. */
    savePerson(capture: Capture, draftId: string | undefined): Promise<string> {
      return writeTogether(context, async () => {
        const id = makeRowId(context);
        const occasion = capture.occasionId ?? (await findOrMakeOccasion(context, capture.where, id));
        const values = captureToValues(context, capture);
        const change = { table: 'person', id, values: { ...values, occasion }, subject: id } as const;
        await writeEdit(context, { ...change, isNew: true });
        if (capture.phone.isUnread) await rememberUnread(context, id);
        if (draftId !== undefined) await context.db.draft.delete(draftId);
        return id;
      });
    },
  };
}

/** The occasion of that name, or a new one in the next colour. Within `writeTogether`. */
export async function findOrMakeOccasion(
  context: StoreContext,
  where: string,
  subject: string,
): Promise<string | null> {
  const name = storableLine(where);
  if (name === '') return null;
  const rows = (await context.db.occasion.toArray()).filter((row) => !isStoredDeleted(row));
  const known = rows.map((row) => rowToOccasion(row));
  const same = known.find((occasion) => searchableText(occasion.name) === searchableText(name));
  if (same !== undefined) return same.id;
  const recent = await recentOccasions(context);
  const colour = nextTagColour(recent.map((occasion) => occasion.colour));
  const id = makeRowId(context);
  await writeEdit(context, { table: 'occasion', id, values: { name, colour }, subject, isNew: true });
  return id;
}

/** Writes an occasion's name as it is spelt now, for everybody who was met there. Within `writeTogether`. */
export async function mendSpelling(
  context: StoreContext,
  id: string,
  where: string,
  subject: string,
): Promise<void> {
  const name = storableLine(where);
  const rows = await context.db.occasion.toArray();
  const before = rows.find((row) => row.id === id)?.values['name'];
  if (before === name) return;
  // Two devices without signal may have made one each.
  for (const { id: each } of rows.filter(({ values }) => values['name'] === before)) {
    await writeEdit(context, { table: 'occasion', id: each, values: { name }, subject });
  }
}

function captureToValues(context: StoreContext, capture: Capture): Record<string, Json> {
  const values: Record<string, Json> = { metAt: nowIso(context) };
  const addLine = (field: string, text: string) => {
    if (storableLine(text)) values[field] = storableLine(text);
  };
  const addEntry = (field: string, reading: EntryReading) => {
    const value = entryValue(reading);
    if (value !== null) values[`${field}/${makeEntryId(context)}`] = value;
  };
  addLine('name', capture.name);
  addLine('company', capture.company);
  addEntry('phone', capture.phone);
  addEntry('email', { typed: capture.email });
  addEntry('handle', capture.handle);
  return values;
}
