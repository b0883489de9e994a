import { type Kysely, sql } from 'kysely';
import { type DialectName, dialectWords } from '../dialect.ts';

/** Which session is which device's, when each synced last, and the codes by which a phone joins. Times are ISO 8601 text. */
export async function createDeviceTables(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { strict } = dialectWords(dialect);
  await sql`alter table session add column "deviceId" text`.execute(db);
  await sql`
    create table device (
      account_id text not null references account (id) on delete cascade,
      id text not null,
      name text not null,
      last_sync_at text,
      ended_at text,
      ended_by text,
      primary key (account_id, id)
    ) ${strict}`.execute(db);
  await sql`
    create table pairing (
      account_id text not null references account (id) on delete cascade,
      id text not null,
      user_id text not null references "user" (id) on delete cascade,
      session_id text not null,
      secret_hash text not null,
      state text not null,
      expires_at text not null,
      wrong_tries integer not null default 0,
      joiner text,
      joiner_name text,
      nonce text,
      primary key (account_id, id)
    ) ${strict}`.execute(db);
}
