import { applyEdit } from './merge.ts';
import { type Edit, type FieldStamps, type FieldValues, memberOf, type Row, type ValueName } from './row.ts';
import { type ClockReading, type DeviceId, readingToStamp, tickClock } from './stamp.ts';

interface ChangeToRow {
  readonly table: Row['table'];
  readonly id: string;
  readonly values: FieldValues;
  /** The row as it is now; undefined for a new one. */
  readonly present: Row | undefined;
  /** As in `Edit`. */
  readonly settles: readonly ValueName[];
}

interface MadeEdit {
  readonly edit: Edit;
  readonly row: Row;
  /** The clock's reading from now on; it must be kept together with the row. */
  readonly clock: ClockReading;
}

/** Stamps a change made here and now and merges it into its row (docs/sync.md S-1, S-3). */
export function makeEdit(
  { table, id, values, present, settles }: ChangeToRow,
  seen: ClockReading | undefined,
  nowMs: number,
  device: DeviceId,
): MadeEdit {
  const clock = tickClock(seen, nowMs);
  const stamp = readingToStamp(clock, device);
  const replaces = replacedStamps(present?.stamps, values);
  const edit = { table, id, stamp, values, ...(replaces && { replaces }), ...(present && { settles }) };
  return { edit, clock, row: applyEdit(present, edit).row };
}

function replacedStamps(stamps: FieldStamps | undefined, values: FieldValues): FieldStamps | undefined {
  if (stamps === undefined) return undefined;
  const replaced = Object.keys(values).flatMap((field) => {
    const stamp = memberOf(stamps, field);
    return stamp === undefined ? [] : [[field, stamp] as const];
  });
  return replaced.length > 0 ? Object.fromEntries(replaced) : undefined;
}
