import { type Kysely, sql } from 'kysely';
import { type DialectName, dialectWords } from '../dialect.ts';

/** The address of an account's calendar feed, readable: the app shows it again (docs/decisions/0032-calendar.md). */
export async function createCalendarFeeds(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { strictWithoutRowid } = dialectWords(dialect);
  await sql`
    create table calendar_feed (
      account_id text not null references account (id),
      token text not null,
      made_at text not null,
      primary key (account_id)
    ) ${strictWithoutRowid}`.execute(db);
}
