import { valuesToPreference } from '../../domain/preference.ts';
import { preferenceId } from '../../domain/table-words.ts';
import type { Reminder } from '../../protocol/push.ts';
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

/** Reminders over a database and the network. */
export function openReminders(options: OpenOptions): Reminders {
  const { key, subject, also, makeId, nowMs, dialect } = options;
  return createReminders({
    ...options,
    outbox: openOutbox(options, makeId),
    poster: createPushPoster(also),
    compose: (push) => compose(options, { ...push, nowMs: nowMs() }),
    write: createPushWriter(key, subject, nowMs),
    isAlone: dialect === 'sqlite',
  });
}

/** Names stay here, unless the agent allows them on a lock screen. */
async function compose(
  rows: OutboxDatabase,
  question: Parameters<typeof countPeople>[1],
): Promise<Reminder | undefined> {
  const { count, names } = await countPeople(rows, question);
  if (count === 0) return undefined;
  const { kind, accountId } = question;
  const isNamed = names.length > 0 && (await areNamesShown(rows, accountId));
  return { kind, count, ...(isNamed && { names: [...names] }) };
}

async function areNamesShown({ db }: OutboxDatabase, accountId: string): Promise<boolean> {
  const rows = db.selectFrom('row').selectAll().where('account_id', '=', accountId);
  const row = await rows.where('id', '=', preferenceId).where('deleted', '=', 0).executeTakeFirst();
  return row !== undefined && valuesToPreference(storedToWire(row).values).namesShown;
}
