import { type Selectable, sql, type Transaction } from 'kysely';
import { nextReminder } from '../../domain/due/next-reminder.ts';
import type { ReminderKind } from '../../protocol/push.ts';
import type { ReminderTable, Schema } from '../storage/schema.ts';

/** A reminder that comes later than that is worse than none: the evening's, at three in the morning. */
export const lateMs = 3_600_000;

type Due = Selectable<ReminderTable>;

/**
 * Moves reminders that are due to their next day and puts one for each device on its way: in one transaction, so that
 * a day is claimed where they are on their way, and only there. Where several days were slept through, the next may be
 * due at once.
 */
export async function planAll(trx: Transaction<Schema>, found: readonly Due[], nowMs: number): Promise<void> {
  for (const group of groupByPlan(found)) await planGroup(trx, group, nowMs);
}

/** Those that have the same next time, so that few statements move many. */
function groupByPlan(found: readonly Due[]): Due[][] {
  const groups = new Map<string, Due[]>();
  for (const one of found) {
    const key = `${one.kind} ${one.zone} ${one.clock} ${one.on_date} ${one.next_at}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

async function planGroup(trx: Transaction<Schema>, group: readonly Due[], nowMs: number): Promise<void> {
  const [first] = group;
  if (first === undefined || first.next_at === null) return;
  const { kind, on_date, next_at: dueAt } = first;
  const accounts = group.map(({ account_id }) => account_id);
  const { on, atMs } = nextReminder(first, nowMs - lateMs, on_date);
  const moved = trx.updateTable('reminder').set({ on_date: on, next_at: atMs, claimed_on: on_date });
  await moved.where('kind', '=', kind).where('account_id', 'in', accounts).execute();
  if (nowMs - dueAt > lateMs) return;
  await trx
    .insertInto('reminder_push')
    .columns(['account_id', 'session_id', 'kind', 'on_date', 'host', 'due_at', 'next_at'])
    .expression(
      trx
        .selectFrom('push_subscription as s')
        .innerJoin('session', 'session.id', 's.session_id')
        .select(['s.account_id', 's.session_id'])
        .select([
          sql<ReminderKind>`${sql.lit(kind)}`.as('kind'),
          sql<string>`${sql.lit(on_date)}`.as('on_date'),
        ])
        .select([
          's.host',
          sql<number>`${sql.lit(dueAt)}`.as('due_at'),
          sql<number>`${sql.lit(dueAt)}`.as('next_at'),
        ])
        .where('s.account_id', 'in', accounts)
        .where('session.expiresAt', '>', new Date(nowMs).toISOString()),
    )
    // Of yesterday, and still on its way.
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'session_id', 'kind']).doUpdateSet((of) => ({
        on_date: of.ref('excluded.on_date'),
        host: of.ref('excluded.host'),
        due_at: of.ref('excluded.due_at'),
        next_at: of.ref('excluded.next_at'),
        attempts: 0,
        claimed_by: null,
        started: 0,
      })),
    )
    .execute();
}
