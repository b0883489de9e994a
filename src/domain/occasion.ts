import { textOf } from './person.ts';
import type { Row } from './row.ts';
import { type TagColour, tagColours } from './table-words.ts';

export interface Occasion {
  readonly id: string;
  readonly name: string;
  readonly colour: TagColour;
  /** ISO 8601, UTC: until then everybody is met there; null where nobody said. */
  readonly until: string | null;
}

export function rowToOccasion(row: Pick<Row, 'id' | 'values'>): Occasion {
  const colour = tagColours.find((known) => known === row.values['colour']) ?? 'blue';
  const { until } = row.values;
  return {
    id: row.id,
    name: textOf(row.values['name']),
    colour,
    until: typeof until === 'string' ? until : null,
  };
}

/** The colour for a new occasion: the one used longest ago among those most recently used. */
export function nextTagColour(recentFirst: readonly TagColour[]): TagColour {
  const byAge = (colour: TagColour) => {
    const place = recentFirst.indexOf(colour);
    return place < 0 ? Number.POSITIVE_INFINITY : place;
  };
  return tagColours.reduce((oldest, colour) => (byAge(colour) > byAge(oldest) ? colour : oldest));
}
