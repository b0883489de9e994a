import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { catchUpPlans } from '../../../src/server/reminders/catch-up-plans.ts';
import { openReminders } from '../../../src/server/reminders/open-reminders.ts';
import { type PushKeyPair, readPushKey } from '../../../src/server/reminders/push-key.ts';
import type { Reminders, ReminderTimes } from '../../../src/server/reminders/reminders.ts';
import type { OpenedDatabase } from '../../../src/server/storage/opened-database.ts';
import { openPostgres } from '../../../src/server/storage/postgres/open-postgres.ts';
import type { Schema } from '../../../src/server/storage/schema.ts';
import { openSqlite } from '../../../src/server/storage/sqlite/open-sqlite.ts';

export interface TestReminders {
  readonly db: Kysely<Schema>;
  readonly opened: OpenedDatabase;
  readonly key: PushKeyPair;
  readonly logged: unknown[];
  /** One process more on this database, or the first; each hears the clock that the test sets. */
  begin(): Reminders;
  /** Plans for the preferences that were put into the database. */
  plan(): Promise<void>;
  /** Sets the clock. */
  setClock(iso: string | number): void;
  nowMs(): number;
  close(): Promise<void>;
}

/** It looks again and again; an answer has the time that a busy machine needs. */
export const shortTimes: ReminderTimes = {
  claimMs: 3_000,
  lookMs: 30,
  timeoutMs: 5_000,
  patienceMs: 200,
  part: 1,
};

/** Reminders over a database of the test's own, by a clock that the test sets. */
export async function openTestReminders({
  also,
  at,
  databaseUrl,
  times = shortTimes,
}: {
  readonly also: readonly string[];
  readonly at: string;
  readonly databaseUrl?: string;
  readonly times?: ReminderTimes;
}): Promise<TestReminders> {
  const folder = await mkdtemp(join(tmpdir(), 'justmet-reminders-'));
  const opened = await (databaseUrl === undefined
    ? openSqlite(join(folder, 'contacts.sqlite'), randomUUID)
    : openPostgres(databaseUrl, randomUUID));
  const { db } = opened;
  const key = await readPushKey(db);
  // It goes on from what was set: what waits a little is due a little later.
  let [setAt, base] = [Date.now(), Date.parse(at)];
  const nowMs = () => base + (Date.now() - setAt);
  const begun: Reminders[] = [];
  const logged: unknown[] = [];
  return {
    db,
    opened,
    key,
    logged,
    nowMs,
    begin() {
      const subject = 'https://people.example';
      const parts = { ...opened, key, subject, also, nowMs, times, random: () => 1, makeId: randomUUID };
      const reminders = openReminders(parts);
      reminders.start({ error: (...words: unknown[]) => void logged.push(words) });
      begun.push(reminders);
      return reminders;
    },
    plan: () => catchUpPlans(opened, new Date(nowMs())),
    setClock(to) {
      [setAt, base] = [Date.now(), typeof to === 'number' ? to : Date.parse(to)];
    },
    async close() {
      await Promise.all(begun.map((reminders) => reminders.close()));
      await opened.storage.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
