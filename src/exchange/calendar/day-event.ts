import ICAL from 'ical.js';
import type { CalendarDate } from '../../domain/due/calendar-date.ts';

/** Something that a whole day is for, as a calendar takes it over. */
export interface DayEvent {
  /** The row's that it is about. */
  readonly id: string;
  readonly on: CalendarDate;
  readonly summary: string;
  /** Of the page in the app. */
  readonly url: string;
  /** When what it says was last changed, ISO 8601, UTC. */
  readonly changedAt: string;
}

// RFC 5545, 3.1: 75 octets a line. The library counts a continued line without the space that it begins with.
ICAL.foldLength = 74;

/**
 * The lines of a VEVENT (RFC 5545, 3.6.1): all day, in no time zone, keeping nobody busy; a calendar that takes alarms
 * gives one at nine. The same row and day are the same event to a calendar.
 */
export function eventToText({ id, on, summary, url, changedAt }: DayEvent): string {
  const changed = `${changedAt.slice(0, 19)}Z`;
  const title = plainText(summary);
  const alarm = [
    ['action', {}, 'text', 'DISPLAY'],
    ['trigger', {}, 'duration', 'PT9H'],
    ['description', {}, 'text', title],
  ];
  const event = [
    ['uid', {}, 'text', `${id}-${on}`],
    // Without a METHOD it is the moment of the last change, too (RFC 5545, 3.8.7.2).
    ['dtstamp', {}, 'date-time', changed],
    ['last-modified', {}, 'date-time', changed],
    ['dtstart', {}, 'date', on],
    ['summary', {}, 'text', title],
    ['transp', {}, 'text', 'TRANSPARENT'],
    ['url', {}, 'uri', url],
  ];
  return `${new ICAL.Component(['vevent', event, [['valarm', alarm, []]]]).toString()}\r\n`;
}

/** No control character may stand in a text but these two (RFC 5545, 3.3.11). */
function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
}
