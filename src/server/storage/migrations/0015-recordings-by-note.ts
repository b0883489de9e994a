import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type DialectName, dialectWords } from '../dialect.ts';

/**
 * The recordings of a note are found by an index, of files alone: nobody else's write pays for it. PostgreSQL cannot
 * tell how many recordings there are from rows of JSON, took them for a few, and went through all of them for each note.
 * What the view says is as in 0014.
 */
export async function findRecordingsByNote(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { asJson, byBytes } = dialectWords(dialect);
  const json = (column: string) => sql`${sql.ref(column)}${asJson}`;
  const member = (row: string, field: string) => sql`(${json(`${row}.values`)} ->> ${sql.lit(field)})`;
  // As text: SQLite passes by an index of anything else when it compares with an id.
  const noteOf = (column: string) => sql`cast(${json(column)} ->> 'note' as text)`;
  const words = (field: string) => sql`nullif(${member('f', field)}, '')`;
  const stamp = sql`coalesce(${json('f.stamps')} ->> 'heardByServer', f.stamp)`;
  const best = sql`case when substr(${stamp}, 13) = 'writesauto'
    then coalesce(${words('heardOnDevice')}, ${words('heardByServer')}, ${words('heardLive')})
    else coalesce(${words('heardByServer')}, ${words('heardOnDevice')}, ${words('heardLive')}) end`;
  const noteStamp = (field: RawBuilder<unknown>) =>
    sql`coalesce(${json('r.stamps')} ->> ${field}, r.stamp) ${byBytes}`;
  // Only an aside is sure to be an object: SQLite refuses to look into anything else.
  const isWritten = sql`exists (
    select 1 from json_each(${json('r.values')}) entry
    where case when entry.key like 'aside/%' then entry.value ->> 'text' end = 'written ' || f.id
      and ${noteStamp(sql`entry.key`)} >= ${noteStamp(sql`'text'`)})`;
  const heard = sql`
    select string_agg(${best}, ' ' order by ${member('f', 'takenAt')} ${byBytes}, f.id ${byBytes})
    from "row" f
    where f.account_id = r.account_id and f."table" = 'file' and ${noteOf('f.values')} = r.id
      and f.deleted = 0 and ${member('f', 'kind')} = 'recording'`;
  const written = member('r', 'text');
  await sql`
    create index row_recordings on "row" (account_id, (${noteOf('values')}))
    where "table" = 'file'`.execute(db);
  await sql`drop view notes`.execute(db);
  await sql`
    create view notes as
    select r.account_id, r.id, ${member('r', 'person')} as person_id, ${member('p', 'name')} as person,
      case when coalesce(${written}, '') = '' then coalesce((${heard}), ${written})
        else ${written} || coalesce(' ' || (${heard} and not ${isWritten}), '') end as text,
      ${member('r', 'writtenAt')} as written_at
    from "row" r
    left join "row" p on p.account_id = r.account_id and p.id = ${member('r', 'person')}
    where r."table" = 'note' and r.deleted = 0 and coalesce(p.deleted, 0) = 0`.execute(db);
}
