import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { WireRow } from '../../../protocol/wire-row.ts';
import { type PlannedReminder, planReminder, rowsToWantedReminders } from '../reminder-changes.ts';
import type { SyncInput } from '../storage.ts';
import { prepareStatement } from './prepare-statement.ts';

/** Keeps the times of reminders as the changed preference wants them. */
export function preparePlans(
  database: DatabaseSyncInstance,
): (input: SyncInput, rows: readonly WireRow[]) => void {
  const find = prepareStatement<PlannedReminder>(
    database,
    'select * from reminder where account_id = ? and kind = ?',
  );
  const keep = prepareStatement(
    database,
    `insert into reminder (account_id, kind, zone, clock, on_date, next_at) values (?, ?, ?, ?, ?, ?)
     on conflict (account_id, kind) do update set zone = excluded.zone, clock = excluded.clock,
       on_date = excluded.on_date, next_at = excluded.next_at`,
  );
  return ({ accountId, receivedAt }, rows) => {
    for (const wanted of rowsToWantedReminders(rows.map((row) => ({ accountId, row })))) {
      const known = find.get(accountId, wanted.kind);
      const plan = planReminder(known, wanted, Date.parse(receivedAt));
      if (plan === undefined) continue;
      keep.run(accountId, plan.kind, plan.zone, plan.clock, plan.on_date, plan.next_at);
    }
  };
}
