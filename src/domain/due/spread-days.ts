import { addDays, type CalendarDate } from './calendar-date.ts';

/**
 * A day for each of so many, evenly over all of `days` from `first` on, the earlier ones on the earlier days: what piled up
 * during a holiday.
 */
export function spreadDays(count: number, first: CalendarDate, days: number): CalendarDate[] {
  return Array.from({ length: count }, (_, place) => addDays(first, Math.floor((place * days) / count)));
}
