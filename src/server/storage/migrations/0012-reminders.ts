import { type Kysely, sql } from 'kysely';
import { type DialectName, dialectWords } from '../dialect.ts';

/**
 * Which devices reminders go to, when each is next due, and those on their way. Times are milliseconds since 1970, but
 * for calendar dates. The one key that all are signed with is of no account.
 */
export async function createReminders(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { strict, strictWithoutRowid, bigint } = dialectWords(dialect);
  await sql`
    create table push_key (
      id integer primary key check (id = 1),
      public_key text not null,
      private_key text not null
    ) ${strict}`.execute(db);
  // Ends with its session, whoever ends that.
  await sql`
    create table push_subscription (
      account_id text not null references account (id),
      session_id text not null references session (id) on delete cascade,
      endpoint text not null,
      host text not null,
      p256dh text not null,
      auth text not null,
      since ${bigint} not null,
      primary key (account_id, session_id)
    ) ${strictWithoutRowid}`.execute(db);
  await sql`create unique index push_subscription_session on push_subscription (session_id)`.execute(db);
  await sql`create index push_subscription_auth on push_subscription (auth)`.execute(db);
  await sql`
    create table reminder (
      account_id text not null references account (id),
      kind text not null,
      zone text not null,
      clock text not null,
      on_date text not null,
      next_at ${bigint},
      claimed_on text,
      primary key (account_id, kind)
    ) ${strictWithoutRowid}`.execute(db);
  await sql`create index reminder_next_at on reminder (next_at)`.execute(db);
  await sql`
    create table reminder_push (
      account_id text not null,
      session_id text not null,
      kind text not null,
      on_date text not null,
      host text not null,
      due_at ${bigint} not null,
      next_at ${bigint} not null,
      attempts integer not null default 0,
      claimed_by text,
      started integer not null default 0,
      primary key (account_id, session_id, kind),
      foreign key (account_id, session_id) references push_subscription (account_id, session_id) on delete cascade
    ) ${strictWithoutRowid}`.execute(db);
  await sql`create index reminder_push_waiting on reminder_push (host, next_at) where started = 0`.execute(
    db,
  );
  await sql`create index reminder_push_started on reminder_push (next_at) where started = 1`.execute(db);
  // Looked through at each start; nobody else's write pays for it.
  await sql`create index row_preferences on "row" (account_id) where "table" = 'preference'`.execute(db);
}
