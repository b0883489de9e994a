import type { StoreContext } from '../store/context.ts';

/**
 * Who is due by the day it is where they live, as Today counts them (store/queries/due.ts), as far as the agenda is
 * worked out; without its calendar, which every start of the worker would have to wait for.
 */
export async function countDueNow({ db, nowMs }: StoreContext): Promise<number> {
  const now = nowMs();
  const days = new Map<string, string>();
  const dayIn = (zone: string) => {
    const known = days.get(zone) ?? formatDay(zone, now);
    days.set(zone, known);
    return known;
  };
  // Nowhere is it a later day.
  const entries = await db.agenda.where('dueOn').belowOrEqual(dayIn('Etc/GMT-14')).toArray();
  return entries.filter(({ dueOn, zone }) => dueOn !== undefined && dueOn <= dayIn(zone)).length;
}

/** `YYYY-MM-DD` */
function formatDay(timeZone: string, ms: number): string {
  const format = new Intl.DateTimeFormat('en', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    calendar: 'iso8601',
    numberingSystem: 'latn',
    timeZone,
  });
  const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}
