import { daysBetween } from './due/calendar-date.ts';
import type { OccasionGroup } from './occasion-group.ts';

/** Somebody who was met, and what became of it. Days are calendar dates, ISO 8601, where the agent is. */
export interface MetThen {
  readonly id: string;
  readonly label: string;
  readonly firstName: string;
  readonly occasionId: string | null;
  readonly metOn: string;
  /** Something was noted or kept about them. */
  readonly isKnown: boolean;
  /** The days on which they heard from the agent, in any order. */
  readonly touchedOn: readonly string[];
}

export interface PersonThen extends Pick<MetThen, 'id' | 'label' | 'firstName' | 'isKnown'> {
  /** Days from the meeting to the first time that they heard from the agent; undefined where they have not. */
  readonly heardAfter: number | undefined;
}

export interface OccasionThen {
  /** Undefined: nobody said where. */
  readonly occasion: OccasionGroup | undefined;
  /** In the order that they were met in. */
  readonly people: readonly PersonThen[];
}

/** How soon somebody heard, in the words of people. */
export const soonness = ['same-day', 'next-day', 'within-week', 'later'] as const;
export type Soonness = (typeof soonness)[number];

export interface Figures {
  readonly met: number;
  readonly known: number;
  readonly heard: number;
  /** Of those who heard. */
  readonly soon: Readonly<Record<Soonness, number>>;
}

export interface LookBack extends Figures {
  /** Where most were met first; those of whom nobody said where, last. */
  readonly occasions: readonly OccasionThen[];
}

/** `people` in the order that they were met in. */
export function lookBack(people: readonly MetThen[], groups: readonly OccasionGroup[]): LookBack {
  const groupById = new Map(groups.flatMap((group) => group.ids.map((id) => [id, group] as const)));
  const byGroup = new Map<OccasionGroup | undefined, PersonThen[]>();
  for (const one of people) {
    const group = groupById.get(one.occasionId ?? '');
    const then = metToThen(one);
    const there = byGroup.get(group);
    if (there === undefined) byGroup.set(group, [then]);
    else there.push(then);
  }
  const occasions = [...byGroup].map(([occasion, there]) => ({ occasion, people: there }));
  occasions.sort((a, b) => placeOf(a) - placeOf(b) || b.people.length - a.people.length);
  return { occasions, ...countFigures(occasions.flatMap((one) => one.people)) };
}

export function countFigures(people: readonly PersonThen[]): Figures {
  const soon: Record<Soonness, number> = { 'same-day': 0, 'next-day': 0, 'within-week': 0, later: 0 };
  const heard = people.flatMap(({ heardAfter }) => heardAfter ?? []);
  for (const days of heard) soon[soonnessOf(days)] += 1;
  return {
    met: people.length,
    known: people.filter(({ isKnown }) => isKnown).length,
    heard: heard.length,
    soon,
  };
}

export function soonnessOf(days: number): Soonness {
  if (days <= 0) return 'same-day';
  if (days === 1) return 'next-day';
  return days <= 7 ? 'within-week' : 'later';
}

/** A touch before the meeting was none after it: a day counts from the meeting's on. */
function metToThen({ id, label, firstName, isKnown, metOn, touchedOn }: MetThen): PersonThen {
  const since = touchedOn.filter((day) => day >= metOn).sort();
  const first = since[0];
  const heardAfter = first === undefined ? undefined : daysBetween(metOn, first);
  return { id, label, firstName, isKnown, heardAfter };
}

const placeOf = ({ occasion }: OccasionThen) => (occasion === undefined ? 1 : 0);
