import { type Kysely, sql } from 'kysely';
import { type DialectName, dialectWords } from '../dialect.ts';

/**
 * Whose page a token opens, over all accounts (storage/card-claims.ts), and who sent their details by one. A token
 * is looked up without an account, so its key does not begin with one.
 */
export async function createCards(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { strictWithoutRowid } = dialectWords(dialect);
  await sql`
    create table card_token (
      token text primary key,
      account_id text not null references account (id),
      profile_id text not null
    ) ${strictWithoutRowid}`.execute(db);
  await sql`create index card_token_account on card_token (account_id)`.execute(db);
  // Those who wait are counted before one more is let in; nobody else's write pays for it.
  await sql`create index row_visitors on "row" (account_id) where "table" = 'visitor'`.execute(db);
  await createVisitorsView(db, dialect);
}

async function createVisitorsView(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { asJson, byBytes } = dialectWords(dialect);
  const typeOf = dialect === 'sqlite' ? sql`entry.type` : sql`json_typeof(entry.value)`;
  const member = (field: string) => sql`(v."values"${asJson} ->> ${sql.lit(field)})`;
  const first = (field: string) => sql`(
    select entry.value ->> 'typed' from json_each(v."values"${asJson}) entry
    where substr(entry.key, 1, ${sql.lit(field.length + 1)}) = ${sql.lit(`${field}/`)} and ${typeOf} = 'object'
    order by entry.key ${byBytes} limit 1)`;
  await sql`
    create view visitors as
    select v.account_id, v.id, ${member('profile')} as profile_id, ${member('name')} as name,
      ${first('phone')} as phone, ${first('email')} as email, ${member('company')} as company,
      ${member('message')} as message, ${member('sentAt')} as sent_at, ${member('answer')} as answer
    from "row" v
    where v."table" = 'visitor' and v.deleted = 0`.execute(db);
}
