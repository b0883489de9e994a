import { type Occasion, rowToOccasion } from '../../domain/occasion.ts';
import { type Person, rowToPerson } from '../../domain/person.ts';
import type { AgendaEntry, JustmetDatabase } from '../database.ts';
import { isStoredDeleted } from '../stored-row.ts';

export interface Planned {
  readonly entry: AgendaEntry;
  readonly person: Person;
  readonly occasion: Occasion | undefined;
}

/** Those entries of the agenda, in their order, with whom they are about. Nothing for who is deleted. */
export async function planEntries(db: JustmetDatabase, entries: readonly AgendaEntry[]): Promise<Planned[]> {
  const people = await db.person.bulkGet(entries.map(({ id }) => id));
  const ids = [...new Set(people.map((row) => String(row?.values['occasion'] ?? '')))];
  const rows = await db.occasion.bulkGet(ids);
  const occasions = new Map(ids.map((id, place) => [id, rows[place]]));
  return entries.flatMap((entry, place) => {
    const row = people[place];
    if (row === undefined || isStoredDeleted(row)) return [];
    const occasion = occasions.get(String(row.values['occasion'] ?? ''));
    return [{ entry, person: rowToPerson(row), occasion: occasion && rowToOccasion(occasion) }];
  });
}
