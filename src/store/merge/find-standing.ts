import type { JustmetDatabase } from '../database.ts';
import { isStoredDeleted } from '../stored-row.ts';
import { jsonToMerged } from './merged.ts';

/** Whom somebody was put into, and so on to the last; their own id where nobody was. */
export async function findStanding(db: JustmetDatabase, personId: string): Promise<string> {
  const seen = new Set<string>();
  let id = personId;
  for (;;) {
    const row = await db.person.get(id);
    const merged = row !== undefined && isStoredDeleted(row) ? jsonToMerged(row.values['merged']) : undefined;
    if (merged === undefined || seen.has(merged.into)) return id;
    seen.add(id);
    id = merged.into;
  }
}
