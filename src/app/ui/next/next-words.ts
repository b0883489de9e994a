import { type CalendarDate, daysBetween } from '../../../domain/due/calendar-date.ts';
import type { NextTouch, Rhythm } from '../../../domain/due/next-touch.ts';
import { makeOnce } from '../make-once.ts';
import { capitalise } from '../status-words.ts';

/** What somebody can agree on, in the order of their chips. */
export const agreedWays = ['call', 'text', 'email', 'coffee', 'visit'] as const;

const wayNames: Readonly<Record<string, string>> = {
  call: 'Call',
  text: 'Text',
  email: 'Email',
  coffee: 'Coffee',
  visit: 'Visit',
  whatsapp: 'WhatsApp',
  follow: 'Follow',
};

/** "Call"; undefined for none, and for one of a later version. */
export function wayInWords(way: string | undefined): string | undefined {
  return way !== undefined && Object.hasOwn(wayNames, way) ? wayNames[way] : undefined;
}

// A calendar date has no zone: it is written as the same date everywhere.
const shortDay = makeOnce(
  () =>
    new Intl.DateTimeFormat('en-US', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }),
);

/** "today", "tomorrow", "yesterday", "Tue 1 Dec", "Tue 1 Dec 2027". `today` is of the same zone. */
export function dateInWords(on: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, on);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const parts = shortDay().formatToParts(Date.parse(`${on}T00:00:00Z`));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const short = `${part('weekday')} ${part('day')} ${part('month')}`;
  return on.slice(0, 4) === today.slice(0, 4) ? short : `${short} ${Number(on.slice(0, 4))}`;
}

/** "Call, Tue 1 Dec", "Tomorrow". */
export function nextInWords({ on, way }: NextTouch, today: CalendarDate): string {
  return withWay(way, dateInWords(on, today));
}

/** "Call on Tue 1 Dec", "Call tomorrow", "Be in touch on Tue 1 Dec", "Call, since Fri 20 Nov": as a heading. */
export function planInWords({ on, way }: NextTouch, today: CalendarDate): string {
  const verb = wayInWords(way) ?? 'Be in touch';
  const date = dateInWords(on, today);
  if (on < today) return `${verb}, since ${date}`;
  return date === 'today' || date === 'tomorrow' ? `${verb} ${date}` : `${verb} on ${date}`;
}

/** "Call, since Fri 20 Nov", "Since yesterday", "Coffee, today": without reproach. For what is not due yet its date. */
export function dueInWords({ on, way }: NextTouch, today: CalendarDate): string {
  const date = dateInWords(on, today);
  return withWay(way, on < today ? `since ${date}` : date);
}

/** "every week", "every 6 weeks", "every year". */
export function rhythmInWords({ every, unit }: Pick<Rhythm, 'every' | 'unit'>): string {
  return every === 1 ? `every ${unit}` : `every ${every} ${unit}s`;
}

function withWay(way: string | undefined, words: string): string {
  const name = wayInWords(way);
  return name === undefined ? capitalise(words) : `${name}, ${words}`;
}
