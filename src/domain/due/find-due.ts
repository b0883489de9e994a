import { addRhythm, type CalendarDate, dateIn, daysBetween } from './calendar-date.ts';
import type { NextTouch, Rhythm } from './next-touch.ts';

export interface DueFacts {
  readonly next: NextTouch | undefined;
  readonly rhythm: Rhythm | undefined;
  /** When somebody was in touch with them, by whatever way, ISO 8601; in any order. */
  readonly touchedAt: readonly string[];
  /** The person's own time zone, or the agent's. */
  readonly zone: string;
}

/** When somebody is due to hear from the agent. */
export interface Due {
  readonly on: CalendarDate;
  readonly way: string | undefined;
  readonly by: 'next' | 'rhythm';
}

/**
 * A date that was agreed on stands until somebody was in touch on that day or after it, whatever the rhythm says; an
 * earlier touch is not the one that was agreed on. The rhythm goes on from the last touch, or from the day that it was
 * said on. The same for all devices that know the same: nothing of it depends on the present moment.
 */
export function findDue({ next, rhythm, touchedAt, zone }: DueFacts): Due | undefined {
  const last = lastOf(touchedAt);
  const touchedOn = last === undefined ? undefined : dateIn(zone, last);
  if (next !== undefined && (touchedOn === undefined || touchedOn < next.on)) {
    return { on: next.on, way: next.way, by: 'next' };
  }
  if (rhythm === undefined) return undefined;
  const from = touchedOn === undefined || touchedOn < rhythm.from ? rhythm.from : touchedOn;
  return { on: addRhythm(from, rhythm), way: undefined, by: 'rhythm' };
}

/** How many days somebody has waited at that moment; negative where the day is still to come. */
export function daysLate(on: CalendarDate, zone: string, nowMs: number): number {
  return daysBetween(on, dateIn(zone, nowMs));
}

function lastOf(touchedAt: readonly string[]): number | undefined {
  const moments = touchedAt.map((at) => Date.parse(at)).filter((ms) => !Number.isNaN(ms));
  return moments.length === 0 ? undefined : Math.max(...moments);
}
