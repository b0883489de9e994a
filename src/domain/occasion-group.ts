import { type Occasion, rowToOccasion } from './occasion.ts';
import { textOf } from './person.ts';
import type { Row } from './row.ts';
import { searchableText } from './text.ts';

/** One occasion as people know it: devices without signal may have made a row each under the same name. */
export interface OccasionGroup extends Occasion {
  /** All of its rows; its own id is the oldest's. */
  readonly ids: readonly string[];
  /** The day that it is on again, as it was said last, ISO 8601; null where nobody said, or took it back. */
  readonly again: string | null;
}

/** Rows that count, in any order; `stamps` of all their fields. The oldest row names the group and gives its colour. */
export function groupOccasions(rows: readonly Pick<Row, 'id' | 'values' | 'stamps'>[]): OccasionGroup[] {
  const groups = new Map<string, Pick<Row, 'id' | 'values' | 'stamps'>[]>();
  for (const row of [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const name = searchableText(textOf(row.values['name']).trim());
    // Without a name none is like another.
    const key = name === '' ? row.id : name;
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [row]);
    else same.push(row);
  }
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const lastSaid = same.reduce((a, b) => ((b.stamps['again'] ?? '') > (a.stamps['again'] ?? '') ? b : a));
    return [
      {
        ...rowToOccasion(first),
        ids: same.map(({ id }) => id),
        again: dayOf(textOf(lastSaid.values['again'])),
      },
    ];
  });
}

function dayOf(text: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}
