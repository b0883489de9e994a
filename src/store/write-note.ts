import { maxNoteLength } from '../domain/limits.ts';
import { storableText } from '../domain/text.ts';
import { makeRowId, nowIso, type StoreContext } from './context.ts';
import { writeEdit } from './write-edit.ts';

/**
 * A note about a person, latest first where a text over the limit becomes several; nothing for an empty text.
 * Within `writeTogether`.
 */
export async function writeNote(context: StoreContext, personId: string, text: string): Promise<void> {
  const parts = splitText(storableText(text).trim(), maxNoteLength);
  for (const [place, part] of parts.entries()) {
    const writtenMs = Date.parse(nowIso(context)) + parts.length - 1 - place;
    const values = { person: personId, text: part, writtenAt: new Date(writtenMs).toISOString() };
    await writeEdit(context, {
      table: 'note',
      id: makeRowId(context),
      values,
      subject: personId,
      isNew: true,
    });
  }
  if (parts.length === 0) return;
  const values = { notedAt: nowIso(context) };
  await writeEdit(context, { table: 'person', id: personId, values, subject: personId });
}

/** What a note, and what was heard in a recording, can hold of a text. */
export function toNoteText(text: string): string {
  return storableText(text).trim().slice(0, maxNoteLength);
}

/** Parts of at most `length` UTF-16 units that never cut a surrogate pair. */
function splitText(text: string, length: number): string[] {
  const parts: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const isPairCut = /[\uD800-\uDBFF]/.test(rest[length - 1] ?? '') && rest.length > length;
    const end = isPairCut ? length - 1 : length;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return parts;
}
