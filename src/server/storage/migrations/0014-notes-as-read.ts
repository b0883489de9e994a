import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type DialectName, dialectWords } from '../dialect.ts';

/**
 * A note reads in SQL as it does in the app (`src/domain/note.ts`): behind what a hand wrote come the words of the
 * recordings that it leaves out, and a phone's own words go before those of a service that was told no language.
 */
export async function createNotesAsRead(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { asJson, byBytes } = dialectWords(dialect);
  const json = (column: string) => sql`${sql.ref(column)}${asJson}`;
  const member = (row: string, field: string) => sql`(${json(`${row}.values`)} ->> ${sql.lit(field)})`;
  const words = (field: string) => sql`nullif(${member('f', field)}, '')`;
  const stamp = sql`coalesce(${json('f.stamps')} ->> 'heardByServer', f.stamp)`;
  const best = sql`case when substr(${stamp}, 13) = 'writesauto'
    then coalesce(${words('heardOnDevice')}, ${words('heardByServer')}, ${words('heardLive')})
    else coalesce(${words('heardByServer')}, ${words('heardOnDevice')}, ${words('heardLive')}) end`;
  const noteStamp = (field: RawBuilder<unknown>) =>
    sql`coalesce(${json('n.stamps')} ->> ${field}, n.stamp) ${byBytes}`;
  // Only an aside is sure to be an object: SQLite refuses to look into anything else. It was said of the text that
  // stood then.
  const isWritten = sql`exists (
    select 1 from json_each(${json('n.values')}) entry
    where case when entry.key like 'aside/%' then entry.value ->> 'text' end = 'written ' || f.id
      and ${noteStamp(sql`entry.key`)} >= ${noteStamp(sql`'text'`)})`;
  const inOrder = sql`order by ${member('f', 'takenAt')} ${byBytes}, f.id ${byBytes}`;
  const written = member('r', 'text');
  await sql`drop view notes`.execute(db);
  await sql`
    create view notes as
    select r.account_id, r.id, ${member('r', 'person')} as person_id, ${member('p', 'name')} as person,
      case when coalesce(${written}, '') = '' then coalesce(heard.words, ${written})
        else ${written} || coalesce(' ' || heard.left_out, '') end as text,
      ${member('r', 'writtenAt')} as written_at
    from "row" r
    left join "row" p on p.account_id = r.account_id and p.id = ${member('r', 'person')}
    left join (
      select f.account_id, n.id as note, string_agg(${best}, ' ' ${inOrder}) as words,
        string_agg(${best}, ' ' ${inOrder}) filter (where not ${isWritten}) as left_out
      from "row" f
      join "row" n on n.account_id = f.account_id and n.id = ${member('f', 'note')}
      where f."table" = 'file' and f.deleted = 0 and ${member('f', 'kind')} = 'recording'
      group by 1, 2
    ) heard on heard.account_id = r.account_id and heard.note = r.id
    where r."table" = 'note' and r.deleted = 0 and coalesce(p.deleted, 0) = 0`.execute(db);
}
