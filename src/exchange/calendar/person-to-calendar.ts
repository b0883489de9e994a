import type { Due } from '../../domain/due/find-due.ts';
import type { Person } from '../../domain/person.ts';
import { calendarToText } from './calendar-to-text.ts';
import { eventToText } from './day-event.ts';
import type { EventFacts } from './event-facts.ts';
import { personToEvent } from './person-to-event.ts';

/** The day that somebody is due, as a file of one entry for any calendar (RFC 5545). */
export function personToCalendar(person: Person, due: Pick<Due, 'on' | 'way'>, facts: EventFacts): string {
  return calendarToText([eventToText(personToEvent(person, due, facts))], 'single');
}
