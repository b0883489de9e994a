import { addDays, type CalendarDate, dateIn, momentIn } from './calendar-date.ts';

export interface ReminderClock {
  /** IANA. */
  readonly zone: string;
  /** `HH:MM` there. */
  readonly clock: string;
}

/**
 * The next day and moment (ms since 1970) at which clocks in that zone show that time: after `nowMs`, and on a later
 * day than `lastOn`, so that no day has two, whatever its clocks do.
 */
export function nextReminder(
  { zone, clock }: ReminderClock,
  nowMs: number,
  lastOn: CalendarDate | null,
): { readonly on: CalendarDate; readonly atMs: number } {
  const today = dateIn(zone, nowMs);
  let on = lastOn !== null && lastOn >= today ? addDays(lastOn, 1) : today;
  // A zone that has left out a whole day (Apia, 2011) has no more to skip than that.
  for (;;) {
    const atMs = momentIn(zone, on, clock);
    if (atMs > nowMs) return { on, atMs };
    on = addDays(on, 1);
  }
}
