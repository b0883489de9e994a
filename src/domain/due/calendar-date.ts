import { Temporal } from 'temporal-polyfill';
import type { Rhythm } from './next-touch.ts';

/** A calendar date, ISO 8601 (`YYYY-MM-DD`): of no hour and no time zone. */
export type CalendarDate = string;

/** The calendar's date where that zone is, at a moment. `zone`: IANA; one that is not known reads as UTC. */
export function dateIn(zone: string, ms: number): CalendarDate {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(knownZone(zone))
    .toPlainDate()
    .toString();
}

/** A month later than the 31st is the last day of a shorter one (RFC 7529 calls it "backward"). */
export function addRhythm(date: CalendarDate, { every, unit }: Pick<Rhythm, 'every' | 'unit'>): CalendarDate {
  return Temporal.PlainDate.from(date)
    .add({ [`${unit}s`]: every })
    .toString();
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** How many days `to` lies after `from`; negative before it. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

/**
 * The moment when clocks in that zone show that time of that day, ms since 1970. Where daylight saving skips it, as
 * much later as was skipped; where it comes twice, the first (RFC 5545, 3.3.5).
 */
export function momentIn(zone: string, date: CalendarDate, clockTime: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: knownZone(zone), plainTime: clockTime })
    .epochMilliseconds;
}

const zones = new Map<string, string>();

/** Asking costs as much as an error does: once for each. */
function knownZone(zone: string): string {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  const answer = isZone(zone) ? zone : 'UTC';
  zones.set(zone, answer);
  return answer;
}

/** Whether this system knows that time zone (IANA). */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
