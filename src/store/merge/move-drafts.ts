import type { JustmetDatabase } from '../database.ts';

/** What is typed about somebody who goes, a note or an answer, is typed about who stays. Within a transaction. */
export async function moveDrafts(db: JustmetDatabase, from: string, to: string): Promise<void> {
  // An answer is one line.
  for (const [prefix, between] of [
    [`note/${from}@`, '\n'],
    [`ask/${from}/`, ' '],
  ] as const) {
    const drafts = await db.draft.where('id').startsWith(prefix).toArray();
    for (const { id, fields } of drafts) {
      const target = id.replace(from, to);
      const present = (await db.draft.get(target))?.fields['text'] ?? '';
      await db.draft.put({
        id: target,
        fields: { text: [present, fields['text']].filter(Boolean).join(between) },
      });
      await db.draft.delete(id);
    }
  }
}
