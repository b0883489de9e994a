import type { Json } from '../../domain/json.ts';
import { storableText } from '../../domain/text.ts';
import { tombstoneOf } from '../../domain/tombstone.ts';
import { rowToVisitor, type Visitor } from '../../domain/visitor.ts';
import { nowIso, type StoreContext } from '../context.ts';
import { rememberUnread } from '../remember-unread.ts';
import { isStoredDeleted, storedToRow } from '../stored-row.ts';
import { writeEdit, writeTogether } from '../write-edit.ts';
import type { Capture } from './capture.ts';
import { type EntryReading, entryValue } from './entry-value.ts';
import { knownPersonActions } from './known-person.ts';

/** Answers for those who sent their details by the public page of a card. Each is one transaction. */
export function visitorActions(context: StoreContext) {
  const { db } = context;
  const answer = (id: string, given: Visitor['answer'], subject = id) =>
    writeEdit(context, { table: 'visitor', id, values: { answer: given }, subject });
  return {
    /**
     * Makes a visitor a person, met when they sent it, with their message as a note. Two devices that keep the same
     * visitor make the same person. `readings`: of numbers, by their entries' ids. Resolves with the person's id;
     * undefined where the visitor is gone.
     */
    keepVisitor: (
      visitorId: string,
      readings: ReadonlyMap<string, EntryReading>,
    ): Promise<string | undefined> =>
      writeTogether(context, async () => {
        const row = await db.visitor.get(visitorId);
        if (row === undefined || isStoredDeleted(row)) return undefined;
        const visitor = rowToVisitor(row);
        const id = derivedId(visitorId, 1);
        const values = visitorToPerson(context, visitor, readings);
        // Kept before and let go: this edit brings the person back, as any does (sync.md S-12).
        await writeEdit(context, { table: 'person', id, values, subject: id });
        await writeMessage(context, visitor, id);
        if ([...readings.values()].some(({ isUnread }) => isUnread)) await rememberUnread(context, id);
        await answer(visitorId, 'kept', id);
        return id;
      }),

    /** Adds what they sent to somebody who is known. False, with nothing written, where either is gone. */
    addVisitorTo: (
      personId: string,
      visitorId: string,
      readings: ReadonlyMap<string, EntryReading>,
    ): Promise<boolean> =>
      writeTogether(context, async () => {
        const row = await db.visitor.get(visitorId);
        if (row === undefined || isStoredDeleted(row)) return false;
        const visitor = rowToVisitor(row);
        if (visitor.answer !== null) return false;
        const capture = visitorToCapture(visitor, readings);
        if (!(await knownPersonActions(context).addToPerson(personId, capture, undefined))) return false;
        await answer(visitorId, 'kept', personId);
        return true;
      }, [db.piece, db.draftFile]),

    dismissVisitor: (id: string) => writeTogether(context, () => answer(id, 'not-kept')),

    /** Nobody has answered again; the person who was made of the visitor goes. */
    takeBackAnswer: (visitorId: string) =>
      writeTogether(context, async () => {
        const id = derivedId(visitorId, 1);
        const person = await db.person.get(id);
        if (person !== undefined && !isStoredDeleted(person)) {
          const values = { deleted: { ...tombstoneOf(storedToRow('person', person).stamps) } };
          await writeEdit(context, { table: 'person', id, values, subject: id });
        }
        await answer(visitorId, null, id);
      }),
  };
}

function visitorToPerson(
  context: StoreContext,
  visitor: Visitor,
  readings: ReadonlyMap<string, EntryReading>,
): Record<string, Json> {
  const isTime = !Number.isNaN(Date.parse(visitor.sentAt));
  const metAt = isTime ? visitor.sentAt : nowIso(context);
  const values: Record<string, Json> = { metAt };
  if (visitor.name !== '') values['name'] = visitor.name;
  if (visitor.company !== '') values['company'] = visitor.company;
  const entryId = (place: number) => derivedEntryId(visitor.id, Date.parse(metAt) + place);
  for (const [place, { id, ...phone }] of visitor.phones.entries()) {
    values[`phone/${entryId(place)}`] = entryValue({ ...phone, ...readings.get(id) });
  }
  for (const [place, { typed }] of visitor.emails.entries()) {
    values[`email/${entryId(place)}`] = entryValue({ typed });
  }
  return values;
}

function visitorToCapture(visitor: Visitor, readings: ReadonlyMap<string, EntryReading>): Capture {
  const { name, company, phones, emails, message } = visitor;
  const entries = [
    ...phones.map(({ id, ...phone }) => ({
      field: 'phone' as const,
      reading: { ...phone, ...readings.get(id) },
    })),
    ...emails.map(({ typed }) => ({ field: 'email' as const, reading: { typed } })),
  ];
  return {
    ...{ name, company, where: '', occasionId: undefined },
    ...{ phone: { typed: '' }, email: '', handle: { typed: '' } },
    more: { title: '', note: message, cardLines: '', entries, fileIds: [] },
  };
}

/** In the form of `makeEntryId`, so that what is added later sorts behind it. */
function derivedEntryId(visitorId: string, ms: number): string {
  return Math.max(0, ms).toString(36).padStart(9, '0') + visitorId.slice(-5);
}

async function writeMessage(context: StoreContext, visitor: Visitor, personId: string): Promise<void> {
  const text = storableText(visitor.message).trim();
  if (text === '') return;
  const values = { person: personId, text, writtenAt: nowIso(context) };
  await writeEdit(context, { table: 'note', id: derivedId(visitor.id, 2), values, subject: personId });
  await writeEdit(context, {
    table: 'person',
    id: personId,
    values: { notedAt: nowIso(context) },
    subject: personId,
  });
}

/** Another UUIDv7 that follows from this one, so that no device makes a second: its last digit, changed. */
function derivedId(id: string, mask: number): string {
  return id.slice(0, -1) + (Number.parseInt(id.slice(-1), 16) ^ mask).toString(16);
}
