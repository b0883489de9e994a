import type { Overwritten } from '../../domain/merge.ts';
import type { Edit, FieldKey, ValueName } from '../../domain/row.ts';
import type { Stamp } from '../../domain/stamp.ts';

/** What had lost to `from` stays open, from now on against `to` (docs/sync.md S-13). */
export interface Carried {
  readonly rowId: string;
  readonly field: FieldKey;
  readonly from: Stamp;
  readonly to: Stamp;
}

/** A value that the author of a later one has seen: it is not open any more (S-13). */
export interface Seen extends ValueName {
  readonly rowId: string;
}

/** An edit that does not say what it settles settles all; one that lost takes nobody's place. */
export function listCarried({ id, stamp, settles }: Edit, overwritten: readonly Overwritten[]): Carried[] {
  if (settles === undefined) return [];
  const replaced = overwritten.filter(({ by }) => by === stamp);
  return replaced.map(({ field, stamp: from }) => ({ rowId: id, field, from, to: stamp }));
}

/** What it replaces, whatever came between them, and what it settles. */
export function listSeen({ id, replaces = {}, settles = [] }: Edit): Seen[] {
  const replaced = Object.entries(replaces).map(([field, stamp]) => ({ field, stamp }));
  return [...replaced, ...settles].map(({ field, stamp }) => ({ rowId: id, field, stamp }));
}

/** Of those that follow each other in one go, each to the last. In the order in which they came. */
export function joinCarried(carried: readonly Carried[]): Carried[] {
  const toByFrom = new Map(carried.map((one) => [keyOf(one, one.from), one.to]));
  const follow = (one: Carried, to: Stamp): Stamp => {
    const next = toByFrom.get(keyOf(one, to));
    return next === undefined || next <= to ? to : follow(one, next);
  };
  return carried.map((one) => ({ ...one, to: follow(one, one.to) }));
}

const keyOf = ({ rowId, field }: Carried, stamp: Stamp) => `${rowId} ${field} ${stamp}`;
