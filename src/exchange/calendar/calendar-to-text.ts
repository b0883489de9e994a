import ICAL from 'ical.js';

const product = '-//Justmet//Justmet//EN';
/** How often a calendar is to look, where it asks: RFC 7986, 5.7, and what was there before it. */
const refreshEvery = 'PT6H';

/** An iCalendar file (RFC 5545) around events of `eventToText`. `kind`: what calendars subscribe to has a name. */
export function calendarToText(events: readonly string[], kind: 'feed' | 'single'): string {
  const head = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', product],
    ['calscale', {}, 'text', 'GREGORIAN'],
  ];
  const naming = [
    ['name', {}, 'text', 'Justmet'],
    ['x-wr-calname', {}, 'unknown', 'Justmet'],
    ['refresh-interval', {}, 'duration', refreshEvery],
    ['x-published-ttl', {}, 'unknown', refreshEvery],
  ];
  const empty = new ICAL.Component(['vcalendar', kind === 'feed' ? [...head, ...naming] : head, []]);
  const [before = ''] = empty.toString().split('END:VCALENDAR');
  return `${before}${events.join('')}END:VCALENDAR\r\n`;
}
