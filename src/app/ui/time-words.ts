import { makeOnce } from './make-once.ts';

const language = 'en-US';
// Made at the first need: each takes milliseconds that the first screen has better use for.
const clock = makeOnce(() => new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }));
const weekday = makeOnce(() => new Intl.DateTimeFormat(language, { weekday: 'long' }));
const month = makeOnce(() => new Intl.DateTimeFormat(language, { month: 'short' }));

const dayMs = 86_400_000;

/** "6:42 pm" */
export function timeInWords(iso: string): string {
  if (Number.isNaN(Date.parse(iso))) return '';
  return clock().format(new Date(iso)).toLowerCase();
}

/** "today", "yesterday", "Thursday", "22 Nov", "22 Nov 2025", by the device's own calendar. */
export function dayInWords(iso: string, nowMs: number): string {
  if (Number.isNaN(Date.parse(iso))) return 'some day';
  const day = startOfDay(new Date(iso).getTime());
  const daysAgo = Math.round((startOfDay(nowMs) - day) / dayMs);
  if (daysAgo === 0) return 'today';
  if (daysAgo === 1) return 'yesterday';
  const date = new Date(iso);
  if (daysAgo > 1 && daysAgo < 7) return weekday().format(date);
  const short = `${date.getDate()} ${month().format(date)}`;
  return date.getFullYear() === new Date(nowMs).getFullYear() ? short : `${short} ${date.getFullYear()}`;
}

/** "today, 6:42 pm" */
export function momentInWords(iso: string, nowMs: number): string {
  const time = timeInWords(iso);
  return time === '' ? dayInWords(iso, nowMs) : `${dayInWords(iso, nowMs)}, ${time}`;
}

const spans = [
  { name: 'year', ms: 365 * dayMs },
  { name: 'month', ms: 30 * dayMs },
  { name: 'day', ms: dayMs },
  { name: 'hour', ms: 3_600_000 },
  { name: 'minute', ms: 60_000 },
] as const;

/** "3 hours": in the largest unit that fits, rounded; at least a minute. */
export function spanInWords(ms: number): string {
  const { name, ms: unit } = spans.find((span) => ms >= span.ms * 0.95) ?? { name: 'minute', ms: 60_000 };
  const number = Math.max(1, Math.round(ms / unit));
  return `${number} ${name}${number === 1 ? '' : 's'}`;
}

/** "Sunday, 22 Nov" */
export function dateInWords(ms: number): string {
  const date = new Date(ms);
  return `${weekday().format(date)}, ${date.getDate()} ${month().format(date)}`;
}

/** Midnight of the device's own day that `ms` lies in, milliseconds since 1970. */
export function startOfDay(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0);
}

/** The midnight after that, over changes of the clock too. */
export function endOfDay(ms: number): number {
  const day = new Date(startOfDay(ms));
  return day.setDate(day.getDate() + 1);
}
