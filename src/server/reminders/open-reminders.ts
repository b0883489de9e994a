import { setImmediate as nextTurn } from 'node:timers/promises';
import { valuesToPreference } from '../../domain/preference.ts';
import { preferenceId } from '../../domain/table-words.ts';
import type { Reminder } from '../../protocol/push.ts';
import { runTogether } from '../storage/run-together.ts';
import { storedToWire } from '../storage/stored-row.ts';
import { countPeople } from './count-people.ts';
import { type OutboxDatabase, openOutbox } from './outbox.ts';
import { createPushPoster } from './post-push.ts';
import type { PushKeyPair } from './push-key.ts';
import { createPushWriter } from './push-message.ts';
import { createReminders, type Reminders, type RemindersParts } from './reminders.ts';

interface OpenOptions extends OutboxDatabase, Pick<RemindersParts, 'nowMs' | 'random' | 'times' | 'limits'> {
  readonly key: PushKeyPair;
  /** Whom a push service may write to, a URL (RFC 8292, 2.1). */
  readonly subject: string;
  /** Origins beside the open internet's that may be sent to. */
  readonly also: readonly string[];
  readonly makeId: () => string;
}

type Question = Parameters<RemindersParts['compose']>[0];

/** So many accounts are read at a time: as many rows as one of them has people may be in memory for each. */
const composedTogether = 25;

/** Reminders over a database and the network. */
export function openReminders(options: OpenOptions): Reminders {
  const { key, subject, also, makeId, nowMs, dialect } = options;
  return createReminders({
    ...options,
    outbox: openOutbox(options, makeId),
    poster: createPushPoster(also),
    compose: runTogether({
      runAll: (pushes: readonly Question[]) => composeAll(options, pushes, nowMs()),
      weigh: () => 1,
      maxWeight: composedTogether,
      nextTurn: () => nextTurn(),
    }),
    write: createPushWriter(key, subject, nowMs),
    isAlone: dialect === 'sqlite',
  });
}

/** Names stay here, unless the agent allows them on a lock screen. */
async function composeAll(
  rows: OutboxDatabase,
  pushes: readonly Question[],
  nowMs: number,
): Promise<readonly (Reminder | undefined)[]> {
  const counted = await countPeople(rows, pushes, nowMs);
  const named = await listNamed(rows, pushes);
  return pushes.map(({ kind, accountId }, place) => {
    const { count, names } = counted[place] ?? { count: 0, names: [] };
    if (count === 0) return undefined;
    return { kind, count, ...(names.length > 0 && named.has(accountId) && { names: [...names] }) };
  });
}

/** The accounts that show names. */
async function listNamed({ db }: OutboxDatabase, pushes: readonly Question[]): Promise<ReadonlySet<string>> {
  const accounts = [...new Set(pushes.map(({ accountId }) => accountId))];
  const rows = await db
    .selectFrom('row')
    .selectAll()
    .where('account_id', 'in', accounts)
    .where('id', '=', preferenceId)
    .where('deleted', '=', 0)
    .execute();
  const named = rows.filter((row) => valuesToPreference(storedToWire(row).values).namesShown);
  return new Set(named.map(({ account_id }) => account_id));
}
