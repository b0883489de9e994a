import { type Occasion, rowToOccasion } from '../../domain/occasion.ts';
import { textOf } from '../../domain/person.ts';
import type { StoreContext } from '../context.ts';

export interface RecentOccasion extends Occasion {
  /** When somebody was last met there, ISO 8601. */
  readonly lastMetAt: string;
}

const lookBack = 60;

/** The occasions of the last people met, latest first, each once. */
export async function recentOccasions({ db }: StoreContext): Promise<RecentOccasion[]> {
  const people = await db.person.orderBy('values.metAt').reverse().limit(lookBack).toArray();
  const lastMetAtById = new Map<string, string>();
  for (const { values } of people) {
    const id = textOf(values['occasion']);
    if (id && !lastMetAtById.has(id)) lastMetAtById.set(id, textOf(values['metAt']));
  }
  const rows = await db.occasion.bulkGet([...lastMetAtById.keys()]);
  return rows.flatMap((row) =>
    row === undefined
      ? []
      : [{ ...rowToOccasion({ table: 'occasion', ...row }), lastMetAt: lastMetAtById.get(row.id) ?? '' }],
  );
}
