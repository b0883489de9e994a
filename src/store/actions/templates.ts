import { maxLineLength, maxNoteLength } from '../../domain/limits.ts';
import { storableLine, storableText } from '../../domain/text.ts';
import { tombstoneOf } from '../../domain/tombstone.ts';
import { makeRowId, type StoreContext } from '../context.ts';
import { ownEmailKey, rowToTemplate, type Template, type WordsWay } from '../queries/hello.ts';
import { storedToRow } from '../stored-row.ts';
import { isGone, writeEdit, writeTogether } from '../write-edit.ts';

/** The agent's own words for a hello, whose language they are in, and the agent's own address. */
export function templateActions(context: StoreContext) {
  const { db } = context;
  const listSame = async (way: WordsWay, language: string) =>
    (await db.template.toArray()).filter((row) =>
      rowToTemplate(row).some((one) => one.way === way && one.language === language),
    );
  return {
    /** `draftId`: the draft that is saved with it, forgotten in the same transaction. */
    saveTemplate: ({ way, language, subject, text }: Omit<Template, 'id'>, draftId?: string) =>
      writeTogether(context, async () => {
        const present = (await listSame(way, language)).at(-1);
        const id = present?.id ?? makeRowId(context);
        const words = { subject: storableLine(subject.slice(0, maxLineLength)), text: storableText(text) };
        const values = { way, language, ...words, text: words.text.slice(0, maxNoteLength) };
        await writeEdit(context, {
          table: 'template',
          id,
          values,
          subject: '',
          isNew: present === undefined,
        });
        if (draftId !== undefined) await db.draft.delete(draftId);
      }),

    /** Back to the first words. Resolves with the ids for `undeleteTemplates`. */
    deleteTemplates: (way: WordsWay, language: string) =>
      writeTogether(context, async () => {
        const rows = await listSame(way, language);
        for (const row of rows) {
          const deleted = { ...tombstoneOf(storedToRow('template', row).stamps) };
          await writeEdit(context, { table: 'template', id: row.id, values: { deleted }, subject: '' });
        }
        return rows.map(({ id }) => id);
      }),

    undeleteTemplates: (ids: readonly string[]) =>
      writeTogether(context, async () => {
        for (const id of ids)
          await writeEdit(context, { table: 'template', id, values: { deleted: null }, subject: '' });
      }),

    /** The language that a hello to this person is written in, BCP 47; null: no particular one. */
    setLanguage: (personId: string, language: string | null) =>
      writeTogether(context, async () => {
        if (await isGone(context, personId)) return;
        await writeEdit(context, { table: 'person', id: personId, values: { language }, subject: personId });
      }),

    /** Where mails to oneself go, on this device. */
    async setOwnEmail(email: string): Promise<void> {
      await db.meta.put({ key: ownEmailKey, value: { email: storableLine(email) } });
    },
  };
}
