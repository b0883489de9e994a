import { type Kysely, sql } from 'kysely';
import { type DialectName, dialectWords } from '../dialect.ts';

/**
 * How often something that can be guessed was tried, for every process to see. The one table of ours that does
 * not begin with an account: who guesses has none. `key` is a keyed hash; `expires_at` is milliseconds since 1970.
 */
export async function createAttempts(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { strictWithoutRowid, bigint } = dialectWords(dialect);
  await sql`
    create table attempt (
      key text primary key,
      count integer not null,
      expires_at ${bigint} not null
    ) ${strictWithoutRowid}`.execute(db);
  await sql`create index attempt_expires_at on attempt (expires_at)`.execute(db);
}
