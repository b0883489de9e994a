import type { ClientBase } from 'pg';
import { type PlannedReminder, planReminder, rowsToWantedReminders } from '../reminder-changes.ts';
import type { SyncInput } from '../storage.ts';
import type { GroupRow } from './fold-group.ts';

/** The times of reminders as the changed preferences want them; asks nothing where none has changed. */
export async function planReminders(
  client: ClientBase,
  changed: readonly GroupRow[],
  inputs: readonly SyncInput[],
): Promise<PlannedReminder[]> {
  const wanted = rowsToWantedReminders(changed);
  if (wanted.length === 0) return [];
  const { rows } = await client.query<PlannedReminder>({
    name: 'load-reminders',
    text: 'select * from reminder where account_id = any ($1::text[])',
    values: [wanted.map(({ accountId }) => accountId)],
  });
  const nowMs = Date.parse(inputs[0]?.receivedAt ?? '');
  const isOf = (one: (typeof wanted)[number]) => (row: PlannedReminder) =>
    row.account_id === one.accountId && row.kind === one.kind;
  return wanted.flatMap((one) => planReminder(rows.find(isOf(one)), one, nowMs) ?? []);
}

/** Sends its statement at once, before a commit behind it. */
export async function keepPlans(client: ClientBase, plans: readonly PlannedReminder[]): Promise<void> {
  if (plans.length === 0) return;
  await client.query({
    name: 'keep-reminders',
    text: `insert into reminder (account_id, kind, zone, clock, on_date, next_at)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[])
      on conflict (account_id, kind) do update set zone = excluded.zone, clock = excluded.clock,
        on_date = excluded.on_date, next_at = excluded.next_at`,
    values: [
      plans.map(({ account_id }) => account_id),
      plans.map(({ kind }) => kind),
      plans.map(({ zone }) => zone),
      plans.map(({ clock }) => clock),
      plans.map(({ on_date }) => on_date),
      plans.map(({ next_at }) => next_at),
    ],
  });
}
