import { isObject, type Json } from '../json.ts';
import { textOf } from '../person.ts';
import { rhythmUnits } from '../table-words.ts';

/** When to be in touch next. */
export interface NextTouch {
  /** A calendar date in the person's own time zone, ISO 8601. */
  readonly on: string;
  /** One of `touchWays`; of a later version perhaps none of them. */
  readonly way: string | undefined;
}

/** How often somebody is to hear from the agent. */
export interface Rhythm {
  readonly every: number;
  readonly unit: (typeof rhythmUnits)[number];
  /** The day that it was said on: it counts from there where nobody was in touch since. ISO 8601. */
  readonly from: string;
}

/** Total: a value of another shape reads as absent. */
export function jsonToNextTouch(value: Json | undefined): NextTouch | undefined {
  if (!isObject(value)) return undefined;
  const on = dayOf(value['on']);
  return on === undefined ? undefined : { on, way: textOf(value['way']) || undefined };
}

export function nextToJson({ on, way }: NextTouch): Record<string, string> {
  return way === undefined ? { on } : { on, way };
}

/** Total: a value of another shape reads as absent. */
export function jsonToRhythm(value: Json | undefined): Rhythm | undefined {
  if (!isObject(value)) return undefined;
  const [from, every] = [dayOf(value['from']), value['every']];
  const unit = rhythmUnits.find((known) => known === value['unit']);
  const isSane = Number.isInteger(every) && Number(every) > 0 && Number(every) <= mostEvery;
  return from === undefined || unit === undefined || !isSane
    ? undefined
    : { every: Number(every), unit, from };
}

/** What `tables.ts` takes; more leads out of the calendar. */
const mostEvery = 400;

/** Only a day that the calendar has: one that it has not would be thrown at whoever counts with it. */
function dayOf(value: Json | undefined): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const ms = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value) ? value : undefined;
}
