import { type Occasion, rowToOccasion } from '../../domain/occasion.ts';
import { textOf } from '../../domain/person.ts';
import { searchableText } from '../../domain/text.ts';
import { nowIso, type StoreContext } from '../context.ts';
import { isStoredDeleted } from '../stored-row.ts';

export interface RecentOccasion extends Occasion {
  /** When somebody was last met there, ISO 8601. */
  readonly lastMetAt: string;
}

const lookBack = 60;

/**
 * The occasions of the last people met, latest first, each once, also where two devices gave it an id
 * each. Nobody was met in the future: a clock was wrong then.
 */
export async function recentOccasions(context: StoreContext): Promise<RecentOccasion[]> {
  const { db } = context;
  const met = db.person.where('values.metAt').belowOrEqual(nowIso(context));
  const people = (await met.reverse().limit(lookBack).toArray()).filter((row) => !isStoredDeleted(row));
  const lastMetAtById = new Map<string, string>();
  for (const { values } of people) {
    const id = textOf(values['occasion']);
    if (id && !lastMetAtById.has(id)) lastMetAtById.set(id, textOf(values['metAt']));
  }
  const rows = await db.occasion.bulkGet([...lastMetAtById.keys()]);
  const occasions = rows.flatMap((row) =>
    row === undefined ? [] : [{ ...rowToOccasion(row), lastMetAt: lastMetAtById.get(row.id) ?? '' }],
  );
  const names = occasions.map(({ name }) => searchableText(name));
  return occasions.filter((_, place) => names.indexOf(names[place] ?? '') === place);
}
