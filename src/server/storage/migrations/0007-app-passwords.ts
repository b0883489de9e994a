import { type Kysely, sql } from 'kysely';
import { type DialectName, dialectWords } from '../dialect.ts';

/** Passwords of other programs; no more than their SHA-256. Times are ISO 8601 text. */
export async function createAppPasswords(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { strict } = dialectWords(dialect);
  await sql`
    create table app_password (
      account_id text not null references account (id) on delete cascade,
      id text not null,
      user_id text not null references "user" (id) on delete cascade,
      name text not null,
      scope text not null,
      secret_hash text not null,
      created_at text not null,
      last_used_at text,
      primary key (account_id, id)
    ) ${strict}`.execute(db);
}
