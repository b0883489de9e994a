import { joinCardLines } from '../../domain/card-lines.ts';
import { rowToOccasion } from '../../domain/occasion.ts';
import { type Person, rowToPerson } from '../../domain/person.ts';
import { searchableText, storableLine } from '../../domain/text.ts';
import { hasExtension } from '../../exchange/number-to-give.ts';
import { makeEntryId, makeRowId, type StoreContext } from '../context.ts';
import { rememberUnread } from '../remember-unread.ts';
import { isStoredDeleted } from '../stored-row.ts';
import { isGone, writeEdit, writeTogether } from '../write-edit.ts';
import { writeNote } from '../write-note.ts';
import { type Capture, captureActions, captureToEntries, writeDraftFiles } from './capture.ts';
import { type EntryReading, entryValue } from './entry-value.ts';
import type { EntryField } from './people.ts';

/** For who is met a second time, or shares a number with somebody. Nothing here merges two people. */
export function knownPersonActions(context: StoreContext) {
  const { db } = context;
  return {
    /**
     * Adds to somebody what is not known of them; what differs becomes a note. Forgets the draft in the same
     * transaction. False, with nothing written, for somebody who was deleted meanwhile.
     */
    addToPerson: (personId: string, capture: Capture, draftId: string | undefined) =>
      writeTogether(context, async () => {
        const row = await db.person.get(personId);
        if (row === undefined || isStoredDeleted(row)) return false;
        const person = rowToPerson(row);
        await writeNewEntries(context, person, capture);
        await writeNote(
          context,
          personId,
          [...(await differing(context, person, capture)), capture.more?.note ?? '']
            .filter(Boolean)
            .join('\n'),
        );
        await writeDraftFiles(context, personId, capture.more?.fileIds ?? []);
        if (draftId !== undefined) await db.draft.delete(draftId);
        return true;
      }, [db.piece, db.draftFile]),

    /** Saves somebody new under one roof with `otherId`. Resolves with the new person's id. */
    saveInHousehold: (otherId: string, capture: Capture, draftId: string | undefined) =>
      writeTogether(context, async () => {
        const id = await captureActions(context).savePerson(capture, draftId);
        const other = await db.person.get(otherId);
        if (other === undefined || (await isGone(context, otherId))) return id;
        const household = rowToPerson(other).household ?? makeRowId(context);
        for (const each of [otherId, id]) {
          await writeEdit(context, { table: 'person', id: each, values: { household }, subject: each });
        }
        return id;
      }, [db.piece, db.draftFile]),

    leaveHousehold: (personId: string) =>
      writeTogether(context, () =>
        writeEdit(context, { table: 'person', id: personId, values: { household: null }, subject: personId }),
      ),
  };
}

/** Within `writeTogether`. */
async function writeNewEntries(context: StoreContext, person: Person, capture: Capture): Promise<void> {
  const known = {
    phone: person.phones,
    email: person.emails,
    handle: person.handles,
    address: person.addresses,
  } as const;
  const added = captureToEntries(capture).filter(
    ({ field, reading }) => !known[field].some((entry) => isSameEntry(entry, reading)),
  );
  const values: Record<string, ReturnType<typeof entryValue>> = {};
  for (const [place, { field, reading }] of added.entries()) {
    const value = entryValue(reading);
    if (value !== null) values[`${field}/${makeEntryId(context, place)}`] = value;
  }
  const lines = { name: capture.name, company: capture.company, title: capture.more?.title ?? '' };
  for (const field of ['name', 'company', 'title'] as const) {
    const text = storableLine(lines[field]);
    if (person[field] === '' && text !== '') values[field] = text;
  }
  const cardLines = joinCardLines(person.cardLines, capture.more?.cardLines ?? '').kept;
  if (cardLines !== person.cardLines) values['cardLines'] = cardLines;
  if (Object.keys(values).length === 0) return;
  await writeEdit(context, { table: 'person', id: person.id, values, subject: person.id });
  if (added.some(({ reading }) => reading.isUnread)) await rememberUnread(context, person.id);
}

function isSameEntry(
  known: { readonly typed: string; readonly e164?: string },
  { typed, e164 }: EntryReading,
): boolean {
  if (known.e164 !== undefined && known.e164 === e164) return true;
  return searchableText(known.typed.trim()) === searchableText(typed.trim());
}

/** What is said otherwise now than it is known: each in a line. Within `writeTogether`. */
async function differing(context: StoreContext, person: Person, capture: Capture): Promise<string[]> {
  const pairs = [
    [person.name, capture.name],
    [person.company, capture.company],
    [person.title, capture.more?.title ?? ''],
  ] as const;
  const numbers = captureToEntries(capture).filter(({ field, reading }) =>
    isOtherExtension(person, field, reading),
  );
  const others = [
    ...pairs.flatMap(([known, now]) => (known === '' || isPartOf(now, known) ? [] : [now.trim()])),
    ...numbers.map(({ reading }) => reading.typed.trim()),
    joinCardLines(person.cardLines, capture.more?.cardLines ?? '').left,
  ].filter((text) => text !== '');
  const row = person.occasionId === null ? undefined : await context.db.occasion.get(person.occasionId);
  const where = row === undefined ? '' : rowToOccasion(row).name;
  return isPartOf(capture.where, where) ? others : [...others, `Met again: ${capture.where.trim()}`];
}

/** The same number, which is to be dialled on inside the house. */
function isOtherExtension({ phones }: Person, field: EntryField, { typed, e164 }: EntryReading): boolean {
  if (field !== 'phone' || e164 === undefined || !hasExtension(typed)) return false;
  return phones.some((known) => known.e164 === e164 && searchableText(known.typed) !== searchableText(typed));
}

/** "Dana" says nothing new of "Dana Ruiz". */
function isPartOf(now: string, known: string): boolean {
  const words = (text: string) => ` ${searchableText(text.trim())} `;
  return now.trim() === '' || words(known).includes(words(now));
}
