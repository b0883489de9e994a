import { type FieldStamps, type FieldValues, memberOf } from './row.ts';
import type { Stamp } from './stamp.ts';

/** A row's stamps in short: most fields of a row share one, so only the others are listed. */
export interface SharedStamp {
  readonly stamp: Stamp;
  readonly stamps?: FieldStamps | undefined;
}

/** The same row gives the same: of stamps that are equally common, the earlier is shared. */
export function shareStamp(stamps: FieldStamps): SharedStamp {
  const stamp = commonestStamp(stamps);
  const others = Object.entries(stamps).filter(([, other]) => other !== stamp);
  return others.length > 0 ? { stamp, stamps: Object.fromEntries(others) } : { stamp };
}

export function spreadStamp(values: FieldValues, { stamp, stamps = {} }: SharedStamp): FieldStamps {
  return Object.fromEntries(Object.keys(values).map((field) => [field, memberOf(stamps, field) ?? stamp]));
}

function commonestStamp(stamps: FieldStamps): Stamp {
  const all = Object.values(stamps);
  const [only] = all;
  if (only !== undefined && all.every((stamp) => stamp === only)) return only;
  const counts = new Map<Stamp, number>();
  for (const stamp of all) counts.set(stamp, (counts.get(stamp) ?? 0) + 1);
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}
