import type { JustmetDatabase } from '../database.ts';
import { isStoredDeleted, type StoredRow } from '../stored-row.ts';
import { findStanding } from './find-standing.ts';

/**
 * Those who were met, in their order, as they were met then: in the place of who was put into another stands that other,
 * with the day and the occasion of that meeting. Each once, as first in the list; nobody who was deleted.
 */
export async function toMeetings(db: JustmetDatabase, rows: readonly StoredRow[]): Promise<StoredRow[]> {
  const met = new Map<string, StoredRow>();
  for (const row of rows) {
    const then = isStoredDeleted(row) ? await asOther(db, row) : row;
    if (then !== undefined && !met.has(then.id)) met.set(then.id, then);
  }
  return [...met.values()];
}

async function asOther(db: JustmetDatabase, { id, values }: StoredRow): Promise<StoredRow | undefined> {
  if (!values['merged'] || values['isImported'] === true) return undefined;
  const other = await db.person.get(await findStanding(db, id));
  if (other === undefined || isStoredDeleted(other)) return undefined;
  const { metAt = null, occasion = null } = values;
  return { ...other, values: { ...other.values, metAt, occasion } };
}
