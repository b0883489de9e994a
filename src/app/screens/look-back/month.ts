import { makeOnce } from '../../ui/make-once.ts';

/** A month of the device's own calendar. */
export interface Month {
  readonly year: number;
  /** 0 to 11. */
  readonly index: number;
}

const withYear = makeOnce(() => new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric' }));
const alone = makeOnce(() => new Intl.DateTimeFormat('en-US', { month: 'long' }));

export function msToMonth(ms: number): Month {
  const date = new Date(ms);
  return { year: date.getFullYear(), index: date.getMonth() };
}

export function addMonths({ year, index }: Month, months: number): Month {
  return msToMonth(new Date(year, index + months, 1).getTime());
}

/** [from, to), ISO 8601. */
export function monthBounds({ year, index }: Month): readonly [string, string] {
  return [new Date(year, index, 1).toISOString(), new Date(year, index + 1, 1).toISOString()];
}

/** "2026-11", as it stands in the address. */
export function monthToText({ year, index }: Month): string {
  return `${String(year).padStart(4, '0')}-${String(index + 1).padStart(2, '0')}`;
}

/** Undefined for what is no month. */
export function textToMonth(text: string): Month | undefined {
  const [, year, number] = /^([12]\d{3})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  return year === undefined ? undefined : { year: Number(year), index: Number(number) - 1 };
}

/** "November 2026" */
export function monthInWords({ year, index }: Month): string {
  return withYear().format(new Date(year, index, 1));
}

/** "November" */
export function monthName({ year, index }: Month): string {
  return alone().format(new Date(year, index, 1));
}
