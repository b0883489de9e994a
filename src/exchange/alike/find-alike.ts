import type { Person } from '../../domain/person.ts';
import { compareNames, familyName } from './compare-names.ts';
import { isSamePhone, isSameText } from './same-way.ts';

export type SharedThing = 'number' | 'email' | 'address' | 'name' | 'family name';

/** Somebody, and who is said not to be them. */
export interface Comparable {
  readonly person: Person;
  /** Ids of people who look like this one and are others. */
  readonly apart: ReadonlySet<string>;
}

/** Two who may be one, or live together. Nobody but the agent can say so. */
export interface Alike<One extends Comparable = Comparable> {
  readonly other: One;
  readonly kind: 'duplicate' | 'household';
  /** What they share, the best reason first. */
  readonly shared: readonly SharedThing[];
  readonly isStrong: boolean;
}

/** A way that more people share is an office's, and says nothing of a family. */
const householdAtMost = 5;

/**
 * Who of the others may be the same person as `one`, or live with them: the likeliest first. A number or an address
 * in common is strong where the names agree, and a household where they do not; a name alone is weak.
 */
export function findAlike<One extends Comparable>(one: Comparable, others: readonly One[]): Alike<One>[] {
  const found = others.flatMap((other) => compare(one, other));
  const sharing = found.filter(({ kind, shared }) => kind === 'household' && shared[0] !== 'family name');
  const isOffice = sharing.length > householdAtMost;
  return found
    .filter((alike) => !(isOffice && sharing.includes(alike)))
    .sort((a, b) => rankOf(a) - rankOf(b));
}

function compare<One extends Comparable>(one: Comparable, other: One): Alike<One>[] {
  const [a, b] = [one.person, other.person];
  if (a.id === b.id || one.apart.has(b.id) || other.apart.has(a.id)) return [];
  if (a.household !== null && a.household === b.household) return [];
  const ways = listSharedWays(a, b);
  const names = compareNames(a.name, b.name);
  const isNameAlike = names === 'same' || names === 'close';
  if (isNameAlike) {
    const isStrong = ways.some((way) => way !== 'address');
    return [{ other, kind: 'duplicate', shared: [...ways, 'name'], isStrong }];
  }
  const isReachedAlike = ways.includes('number') || ways.includes('email');
  if (names === 'part')
    return isReachedAlike ? [{ other, kind: 'duplicate', shared: ways, isStrong: true }] : [];
  const isFamily = isSameFamily(a, b);
  if (ways.length > 0) {
    const shared: readonly SharedThing[] = isFamily ? [...ways, 'family name'] : ways;
    return [{ other, kind: 'household', shared, isStrong: isReachedAlike }];
  }
  return isFamily && isSameOccasion(a, b)
    ? [{ other, kind: 'household', shared: ['family name'], isStrong: false }]
    : [];
}

function listSharedWays(a: Person, b: Person): SharedThing[] {
  const shared: SharedThing[] = [];
  if (a.phones.some((phone) => b.phones.some((known) => isSamePhone(phone, known)))) shared.push('number');
  if (a.emails.some((email) => b.emails.some((known) => isSameText(email, known)))) shared.push('email');
  if (a.addresses.some((address) => b.addresses.some((known) => isSameText(address, known))))
    shared.push('address');
  return shared;
}

function isSameFamily(a: Person, b: Person): boolean {
  const name = familyName(a.name);
  return name !== undefined && name === familyName(b.name);
}

function isSameOccasion(a: Person, b: Person): boolean {
  return a.occasionId !== null && a.occasionId === b.occasionId;
}

function rankOf({ kind, isStrong }: Alike): number {
  return (isStrong ? 0 : 2) + (kind === 'duplicate' ? 0 : 1);
}
