import { makeOnce } from '../../ui/make-once.ts';

const weekdayAndMonth = makeOnce(
  () => new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', timeZone: 'UTC' }),
);

const wayWords: Readonly<Record<string, string>> = {
  call: 'Call',
  text: 'Text',
  email: 'Mail',
  whatsapp: 'WhatsApp',
  follow: 'Follow',
  coffee: 'Coffee',
  visit: 'Visit',
};

/** "Call today", "Coffee on Tue 1 Dec", "In touch since 2 Nov": when somebody is to hear, without reproach. */
export function dueWords(on: string, way: string, late: number, nowMs: number): string {
  const what = wayWords[way] ?? 'Be in touch';
  if (late === 0) return `${what} today`;
  if (late === -1) return `${what} tomorrow`;
  return late > 0 ? `${what}, since ${dateWords(on, nowMs)}` : `${what} on ${dateWords(on, nowMs)}`;
}

/** "Tue 1 Dec", of a calendar date; with its year where that is another. */
export function dateWords(on: string, nowMs: number): string {
  const date = new Date(`${on}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return on;
  const parts = weekdayAndMonth().formatToParts(date);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const year = date.getUTCFullYear() === new Date(nowMs).getFullYear() ? '' : ` ${date.getUTCFullYear()}`;
  return `${part('weekday')} ${date.getUTCDate()} ${part('month')}${year}`;
}
