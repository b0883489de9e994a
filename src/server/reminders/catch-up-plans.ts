import type { Kysely } from 'kysely';
import { preferenceId } from '../../domain/table-words.ts';
import { planReminder, rowsToWantedReminders } from '../storage/reminder-changes.ts';
import type { Schema } from '../storage/schema.ts';
import { storedToWire } from '../storage/stored-row.ts';

const atOnce = 500;

/** Plans for preferences that came before there were reminders, or by an older process that knew of none. */
export async function catchUpPlans({ db }: { readonly db: Kysely<Schema> }, now: Date): Promise<void> {
  for (let last = ''; ; ) {
    const page = db
      .selectFrom('row')
      .selectAll()
      .where('table', '=', 'preference')
      .where('id', '=', preferenceId)
      .where('deleted', '=', 0)
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('reminder')
              .select('kind')
              .whereRef('reminder.account_id', '=', 'row.account_id'),
          ),
        ),
      );
    const rows = await page.where('account_id', '>', last).orderBy('account_id').limit(atOnce).execute();
    if (rows.length > 0) await planPage(db, rows, now.getTime());
    if (rows.length < atOnce) return;
    last = rows.at(-1)?.account_id ?? '';
  }
}

async function planPage(
  db: Kysely<Schema>,
  rows: readonly Parameters<typeof storedToWire>[0][],
  nowMs: number,
): Promise<void> {
  const wanted = rowsToWantedReminders(
    rows.map((stored) => ({ accountId: stored.account_id, row: storedToWire(stored) })),
  );
  const plans = wanted.flatMap((one) => planReminder(undefined, one, nowMs) ?? []);
  if (plans.length === 0) return;
  // A device may have said something newer meanwhile.
  await db
    .insertInto('reminder')
    .values(plans)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
