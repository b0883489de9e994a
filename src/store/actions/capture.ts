import type { Json } from '../../domain/json.ts';
import { nextTagColour, rowToOccasion } from '../../domain/occasion.ts';
import { searchableText, storableLine } from '../../domain/text.ts';
import { makeEntryId, makeRowId, nowIso, type StoreContext } from '../context.ts';
import { recentOccasions } from '../queries/occasions.ts';
import { rememberUnread } from '../remember-unread.ts';
import { isStoredDeleted } from '../stored-row.ts';
import { writeEdit, writeTogether } from '../write-edit.ts';
import { writeFile } from '../write-file.ts';
import { writeNote } from '../write-note.ts';
import { type EntryReading, entryValue } from './entry-value.ts';
import type { EntryField } from './people.ts';

/** A filled-in name tag. Texts as they were typed; readings were made before saving. */
export interface Capture {
  readonly name: string;
  readonly company: string;
  readonly where: string;
  /** Of the occasion of that name, where the screen knows it. */
  readonly occasionId: string | undefined;
  /** When the occasion ends, ISO 8601, UTC; null takes its end away, and without it that stays as it is. */
  readonly until?: string | null;
  readonly phone: EntryReading;
  readonly email: string;
  readonly handle: EntryReading;
  readonly more?: CaptureMore;
  /** Out of a file of contacts: nobody was met. */
  readonly isImported?: true;
}

/** What a code, a card or a line said besides. */
export interface CaptureMore {
  readonly title: string;
  readonly note: string;
  /** vCard content lines that belong in no field, a line each. */
  readonly cardLines: string;
  readonly entries: readonly { readonly field: EntryField; readonly reading: EntryReading }[];
  /** Of pictures that were kept with the draft (`keepDraftFile`). */
  readonly fileIds: readonly string[];
}

export function captureActions(context: StoreContext) {
  return {
    /**
     * Saves a person, the occasion if it is new, the note and the pictures that came along, and forgets the draft:
     * one transaction. Resolves when it is on disk.
     */
    savePerson(capture: Capture, draftId: string | undefined): Promise<string> {
      const fileIds = capture.more?.fileIds ?? [];
      const save = async () => {
        const id = makeRowId(context);
        const occasion = await writeOccasion(context, capture, id);
        const values = captureToValues(context, capture);
        const change = { table: 'person', id, values: { ...values, occasion }, subject: id } as const;
        await writeEdit(context, { ...change, isNew: true });
        if (isAnyUnread(capture)) await rememberUnread(context, id);
        await writeNote(context, id, capture.more?.note ?? '');
        if (fileIds.length > 0) await writeDraftFiles(context, id, fileIds);
        if (draftId !== undefined) await context.db.draft.delete(draftId);
        return id;
      };
      const { piece, draftFile } = context.db;
      return writeTogether(context, save, fileIds.length > 0 ? [piece, draftFile] : []);
    },
  };
}

/** Within `writeTogether`. */
async function writeOccasion(
  context: StoreContext,
  { occasionId, where, until }: Capture,
  subject: string,
): Promise<string | null> {
  const id = occasionId ?? (await findOrMakeOccasion(context, where, subject));
  if (id !== null && until !== undefined) {
    await writeEdit(context, { table: 'occasion', id, values: { until }, subject });
  }
  return id;
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

/** Within `writeTogether`, over `piece` and `draftFile` too. */
export async function writeDraftFiles(
  context: StoreContext,
  personId: string,
  ids: readonly string[],
): Promise<void> {
  for (const file of await context.db.draftFile.bulkGet([...ids])) {
    if (file !== undefined) await writeFile(context, personId, file);
  }
  await context.db.draftFile.bulkDelete([...ids]);
}

function isAnyUnread({ phone, more }: Capture): boolean {
  return phone.isUnread === true || (more?.entries.some(({ reading }) => reading.isUnread) ?? false);
}

function captureToValues(context: StoreContext, capture: Capture): Record<string, Json> {
  const values: Record<string, Json> = { metAt: nowIso(context) };
  const addLine = (field: string, text: string) => {
    if (storableLine(text)) values[field] = storableLine(text);
  };
  addLine('name', capture.name);
  addLine('company', capture.company);
  for (const [place, { field, reading }] of captureToEntries(capture).entries()) {
    const value = entryValue(reading);
    if (value !== null) values[`${field}/${makeEntryId(context, place)}`] = value;
  }
  const { more, isImported } = capture;
  if (isImported) values['isImported'] = true;
  if (more === undefined) return values;
  addLine('title', more.title);
  if (more.cardLines !== '') values['cardLines'] = more.cardLines;
  return values;
}

/** Everything of which somebody may have several, in the order of the tag. */
export function captureToEntries({
  phone,
  email,
  handle,
  more,
}: Capture): readonly { readonly field: EntryField; readonly reading: EntryReading }[] {
  return [
    { field: 'phone', reading: phone },
    { field: 'email', reading: { typed: email } },
    { field: 'handle', reading: handle },
    ...(more?.entries ?? []),
  ];
}
