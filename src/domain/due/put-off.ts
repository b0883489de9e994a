import { addRhythm } from './calendar-date.ts';
import { type DueFacts, findDue } from './find-due.ts';
import type { NextTouch, Rhythm } from './next-touch.ts';

/**
 * What is to be said of somebody for them to be due on another day. A day that was agreed on becomes another one. A
 * rhythm's day was agreed on with nobody: it counts as if from that much earlier, so that any touch from then on moves
 * it as ever. Where no rhythm leads to that day (the 31st, a month after February), it is one that was agreed on.
 */
export function putOffTo(
  facts: DueFacts,
  to: NextTouch,
): { readonly next: NextTouch } | { readonly rhythm: Rhythm } {
  const { rhythm } = facts;
  if (rhythm === undefined || findDue(facts)?.by !== 'rhythm') return { next: to };
  const moved = { ...rhythm, from: addRhythm(to.on, { ...rhythm, every: -rhythm.every }) };
  return findDue({ ...facts, rhythm: moved })?.on === to.on ? { rhythm: moved } : { next: to };
}
