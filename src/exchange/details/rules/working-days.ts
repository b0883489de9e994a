/** A day by its number since 1970-01-01, so that nothing here has a time zone. */
export type DayNumber = number;

const dayLength = 86_400_000;

export function toDayNumber(year: number, month: number, day: number): DayNumber {
  return Math.round(Date.UTC(year, month - 1, day) / dayLength);
}

export function isoToDayNumber(iso: string): DayNumber {
  return toDayNumber(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

/** "2026-12-01" */
export function dayNumberToIso(day: DayNumber): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The day itself when it is none of a weekend, or the Monday after. */
export function toWorkingDay(day: DayNumber): DayNumber {
  const weekday = weekdayOf(day);
  if (weekday === 6) return day + 2;
  return weekday === 0 ? day + 1 : day;
}

export function nextWorkingDay(day: DayNumber): DayNumber {
  return toWorkingDay(day + 1);
}

/** Sunday by the Gregorian rule (Meeus, Astronomical Algorithms, chapter 8). */
export function easterOf(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return toDayNumber(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** The nth weekday of a month; the last one for n = -1. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): DayNumber {
  if (n < 0) {
    const last = toDayNumber(year, month + 1, 0);
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  }
  const first = toDayNumber(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
}
