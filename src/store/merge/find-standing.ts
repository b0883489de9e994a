import { isObject } from '../../domain/json.ts';
import { textOf } from '../../domain/person.ts';
import type { JustmetDatabase } from '../database.ts';
import { isStoredDeleted } from '../stored-row.ts';

/** Whom somebody was put into, and so on to the last; their own id where nobody was. */
export async function findStanding(db: JustmetDatabase, personId: string): Promise<string> {
  const seen = new Set<string>();
  let id = personId;
  for (;;) {
    const row = await db.person.get(id);
    // The first screen asks: all else that is known of a merge would be too much for it.
    const merged = row !== undefined && isStoredDeleted(row) ? row.values['merged'] : undefined;
    const into = isObject(merged) ? textOf(merged['into']) : '';
    if (into === '' || seen.has(into)) return id;
    seen.add(id);
    id = into;
  }
}
