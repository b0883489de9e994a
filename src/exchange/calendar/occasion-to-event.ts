import type { CalendarDate } from '../../domain/due/calendar-date.ts';
import type { Occasion } from '../../domain/occasion.ts';
import type { DayEvent } from './day-event.ts';
import type { EventFacts } from './event-facts.ts';

/** The day that an occasion is on again. */
export function occasionToEvent(
  { id, name }: Pick<Occasion, 'id' | 'name'>,
  on: CalendarDate,
  { origin, changedAt }: EventFacts,
): DayEvent {
  return { id, on, summary: name || 'An occasion', url: `${origin}/today`, changedAt };
}
