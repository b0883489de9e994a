import { type Kysely, sql } from 'kysely';
import { type DialectName, dialectWords } from '../dialect.ts';

/** Every primary key begins with the account, so that the tables can be split by account one day. */
export async function createContactTables(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { strict, strictWithoutRowid, bigint } = dialectWords(dialect);
  await sql`
    create table account (
      id text primary key,
      head text not null,
      seq ${bigint} not null default 0
    ) ${strict}`.execute(db);
  await sql`
    create table head (
      account_id text not null references account (id),
      id text not null,
      primary key (account_id, id)
    ) ${strictWithoutRowid}`.execute(db);
  await sql`
    create table "row" (
      account_id text not null references account (id),
      id text not null,
      "table" text not null,
      seq ${bigint} not null,
      stamp text not null,
      "values" text not null,
      stamps text,
      deleted integer not null,
      primary key (account_id, id)
    ) ${strict}`.execute(db);
  await sql`create unique index row_seq on "row" (account_id, seq)`.execute(db);
  await sql`
    create table history (
      account_id text not null references account (id),
      row_id text not null,
      field text not null,
      stamp text not null,
      value text not null,
      by_stamp text not null,
      unseen integer not null,
      received_at text not null,
      primary key (account_id, row_id, field, stamp)
    ) ${strict}`.execute(db);
  await sql`create index history_unseen on history (account_id, row_id) where unseen = 1`.execute(db);
}
