import { useRef } from 'react';
import { addDays, type CalendarDate } from '../../../domain/due/calendar-date.ts';
import { useFirstEffect } from '../use-first-effect.ts';
import styles from './NextTouch.module.css';

interface PickDayProps {
  readonly today: CalendarDate;
  readonly onPick: (on: CalendarDate) => void;
}

const furthestDays = 3_660;

/** The phone's own calendar. A year that is still being typed lies in the past: it is not taken. */
export function PickDay({ today, onPick }: PickDayProps) {
  const input = useRef<HTMLInputElement>(null);
  const last = addDays(today, furthestDays);
  useFirstEffect(() => openPicker(input.current));
  return (
    <label className={styles.pick}>
      <span className="visually-hidden">Pick a day</span>
      <input
        type="date"
        min={today}
        max={last}
        ref={input}
        onChange={({ target: { value } }) => {
          if (value >= today && value <= last) onPick(value);
        }}
      />
    </label>
  );
}

/** The tap that led here opens the calendar, too, where the browser lets it. */
function openPicker(input: HTMLInputElement | null): void {
  input?.focus();
  try {
    input?.showPicker?.();
  } catch {
    // It needs a tap of its own here.
  }
}
