import type { CalendarDate } from '../../../domain/due/calendar-date.ts';
import type { NextTouch } from '../../../domain/due/next-touch.ts';

/** Of the days that were heard those that are not over, the nearest first, each once. */
export function heardToCome(heard: readonly NextTouch[], today: CalendarDate): NextTouch[] {
  const toCome = heard.filter(({ on }) => on >= today).sort((a, b) => (a.on < b.on ? -1 : 1));
  return toCome.filter(
    ({ on, way }, place) => toCome.findIndex((other) => other.on === on && other.way === way) === place,
  );
}
