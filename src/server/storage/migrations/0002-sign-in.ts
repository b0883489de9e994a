import { type Kysely, sql } from 'kysely';
import { type DialectName, dialectWords } from '../dialect.ts';

/** better-auth's tables, with its column names; its "account" is `credential` here. */
export async function createSignInTables(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { strict, boolean, time } = dialectWords(dialect);
  await sql`
    create table "user" (
      id text primary key, name text not null, email text not null unique,
      "emailVerified" ${boolean} not null, image text,
      "createdAt" ${time} not null, "updatedAt" ${time} not null
    ) ${strict}`.execute(db);
  await sql`
    create table session (
      id text primary key, "userId" text not null references "user" (id) on delete cascade,
      token text not null unique, "expiresAt" ${time} not null, "ipAddress" text, "userAgent" text,
      "createdAt" ${time} not null, "updatedAt" ${time} not null
    ) ${strict}`.execute(db);
  await sql`create index "session_user" on session ("userId")`.execute(db);
  await sql`
    create table credential (
      id text primary key, "userId" text not null references "user" (id) on delete cascade,
      "accountId" text not null, "providerId" text not null, password text,
      "accessToken" text, "refreshToken" text, "idToken" text, scope text,
      "accessTokenExpiresAt" ${time}, "refreshTokenExpiresAt" ${time},
      "createdAt" ${time} not null, "updatedAt" ${time} not null
    ) ${strict}`.execute(db);
  await sql`create index credential_user on credential ("userId")`.execute(db);
  await sql`
    create table verification (
      id text primary key, identifier text not null, value text not null, "expiresAt" ${time} not null,
      "createdAt" ${time} not null, "updatedAt" ${time} not null
    ) ${strict}`.execute(db);
  await sql`create index verification_identifier on verification (identifier)`.execute(db);
  await sql`
    create table member (
      account_id text not null references account (id), user_id text not null references "user" (id),
      role text not null, primary key (account_id, user_id)
    ) ${strict}`.execute(db);
  await sql`create unique index member_user on member (user_id)`.execute(db);
}
