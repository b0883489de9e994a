import type { Selectable } from 'kysely';
import { isZone } from '../../domain/due/calendar-date.ts';
import { nextReminder } from '../../domain/due/next-reminder.ts';
import { valuesToPreference } from '../../domain/preference.ts';
import { preferenceId } from '../../domain/table-words.ts';
import { isDeleted } from '../../domain/tombstone.ts';
import { type ReminderKind, reminderKinds } from '../../protocol/push.ts';
import { type WireRow, wireToRow } from '../../protocol/wire-row.ts';
import type { ReminderTable } from './schema.ts';

export type PlannedReminder = Selectable<ReminderTable>;

/** What an agent wants of one kind of reminder. */
export interface WantedReminder {
  readonly accountId: string;
  readonly kind: ReminderKind;
  /** Null: none. */
  readonly at: { readonly zone: string; readonly clock: string } | null;
}

/**
 * What changed preferences say of reminders. A zone that this system does not know is none: a reminder by another
 * place's clock could come in the middle of the night.
 */
export function rowsToWantedReminders(
  rows: readonly { readonly accountId: string; readonly row: WireRow }[],
): WantedReminder[] {
  return rows.flatMap(({ accountId, row }) => {
    if (row.table !== 'preference' || row.id !== preferenceId) return [];
    const preference = valuesToPreference(isDeleted(wireToRow(row)) ? {} : row.values);
    const { zone } = preference;
    const isPlaced = zone !== null && isZone(zone);
    return reminderKinds.map((kind) => {
      const clock = preference[kind];
      return { accountId, kind, at: isPlaced && clock !== null ? { zone, clock } : null };
    });
  });
}

/** How the plan is to be; undefined where it is so already. A change of anything else moves no reminder. */
export function planReminder(
  known: PlannedReminder | undefined,
  { accountId, kind, at }: WantedReminder,
  nowMs: number,
): PlannedReminder | undefined {
  const isOn = known !== undefined && known.next_at !== null;
  if (at === null) return isOn ? { ...known, next_at: null } : undefined;
  if (isOn && known.zone === at.zone && known.clock === at.clock) return undefined;
  const claimed_on = known?.claimed_on ?? null;
  const { on, atMs } = nextReminder(at, nowMs, claimed_on);
  return { account_id: accountId, kind, ...at, on_date: on, next_at: atMs, claimed_on };
}
