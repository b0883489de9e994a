import { maxNoteLength } from '../../domain/tables.ts';
import { storableText } from '../../domain/text.ts';
import { makeRowId, nowIso, type StoreContext } from '../context.ts';
import { isGone, writeEdit, writeTogether } from '../write-edit.ts';

export function noteActions(context: StoreContext) {
  return {
    /**
     * Saves a note about a person and forgets its draft. A text over the limit becomes several notes.
     * False, with nothing written, for somebody who was deleted meanwhile.
     */
    addNote: (personId: string, text: string, draftId: string | undefined) =>
      writeTogether(context, async () => {
        if (await isGone(context, personId)) return false;
        const parts = splitText(storableText(text).trim(), maxNoteLength);
        // The latest is read first, so the first part is the latest.
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
        if (parts.length > 0) {
          const values = { notedAt: nowIso(context) };
          await writeEdit(context, { table: 'person', id: personId, values, subject: personId });
        }
        if (draftId !== undefined) await context.db.draft.delete(draftId);
        return true;
      }),
  };
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
