import { type Kysely, sql } from 'kysely';
import { type DialectName, dialectWords } from '../dialect.ts';

/** Passkeys with better-auth's column names; invitations; and which accounts were deleted. */
export async function createPeopleTables(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { strict, boolean, time } = dialectWords(dialect);
  await sql`
    create table passkey (
      id text primary key, name text, "publicKey" text not null,
      "userId" text not null references "user" (id) on delete cascade,
      "credentialID" text not null unique, counter integer not null, "deviceType" text not null,
      "backedUp" ${boolean} not null, transports text, "createdAt" ${time}, aaguid text
    ) ${strict}`.execute(db);
  await sql`create index passkey_user on passkey ("userId")`.execute(db);
  await sql`
    create table invitation (
      account_id text not null references account (id), id text not null, email text not null,
      token_hash text not null, created_at text not null, expires_at text not null, used_at text,
      primary key (account_id, id)
    ) ${strict}`.execute(db);
  await sql`
    create table deletion (
      account_id text primary key, deleted_at text not null, files_gone_at text
    ) ${strict}`.execute(db);
}
