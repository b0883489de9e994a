import { type Kysely, sql } from 'kysely';
import { type DialectName, dialectWords } from '../dialect.ts';

/**
 * Recordings that wait to be written down; a voice note reads as the words of its recordings; and files tell their
 * note and length.
 */
export async function createTranscription(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { strictWithoutRowid, bigint } = dialectWords(dialect);
  await sql`
    create table transcription (
      account_id text not null references account (id),
      row_id text not null,
      hash text not null,
      waits_since ${bigint} not null,
      attempts integer not null default 0,
      next_at ${bigint} not null default 0,
      claimed_by text,
      problem text,
      refused_by text,
      primary key (account_id, row_id)
    ) ${strictWithoutRowid}`.execute(db);
  await sql`create index transcription_next_at on transcription (next_at)`.execute(db);
  // Files are looked through at each start; nobody else's write pays for it.
  await sql`create index row_files on "row" (account_id) where "table" = 'file'`.execute(db);
  await createNotesView(db, dialect);
  await createFilesView(db, dialect);
}

function memberOf(dialect: DialectName) {
  const { asJson } = dialectWords(dialect);
  return (row: string, field: string) => sql`(${sql.ref(`${row}.values`)}${asJson} ->> ${sql.lit(field)})`;
}

/** Of each recording the best words that there are; all recordings at once, as they have no index by note. */
async function createNotesView(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { byBytes } = dialectWords(dialect);
  const member = memberOf(dialect);
  const words = (field: string) => sql`nullif(${member('f', field)}, '')`;
  const best = sql`coalesce(${words('heardByServer')}, ${words('heardOnDevice')}, ${words('heardLive')})`;
  await sql`drop view notes`.execute(db);
  await sql`
    create view notes as
    select r.account_id, r.id, ${member('r', 'person')} as person_id, ${member('p', 'name')} as person,
      coalesce(nullif(${member('r', 'text')}, ''), heard.words, ${member('r', 'text')}) as text,
      ${member('r', 'writtenAt')} as written_at
    from "row" r
    left join "row" p on p.account_id = r.account_id and p.id = ${member('r', 'person')}
    left join (
      select f.account_id, ${member('f', 'note')} as note,
        string_agg(${best}, ' ' order by ${member('f', 'takenAt')} ${byBytes}, f.id ${byBytes}) as words
      from "row" f
      where f."table" = 'file' and f.deleted = 0 and ${member('f', 'kind')} = 'recording'
      group by 1, 2
    ) heard on heard.account_id = r.account_id and heard.note = r.id
    where r."table" = 'note' and r.deleted = 0 and coalesce(p.deleted, 0) = 0`.execute(db);
}

async function createFilesView(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { asNumber } = dialectWords(dialect);
  const asReal = sql.raw(dialect === 'sqlite' ? '' : '::float8');
  const member = memberOf(dialect);
  await sql`drop view files`.execute(db);
  await sql`
    create view files as
    select r.account_id, r.id, ${member('r', 'person')} as person_id, ${member('p', 'name')} as person,
      ${member('r', 'kind')} as kind, ${member('r', 'type')} as type, ${member('r', 'bytes')}${asNumber} as bytes,
      ${member('r', 'hash')} as hash, ${member('r', 'takenAt')} as taken_at,
      ${member('r', 'seconds')}${asReal} as seconds, ${member('r', 'note')} as note_id
    from "row" r
    left join "row" p on p.account_id = r.account_id and p.id = ${member('r', 'person')}
    where r."table" = 'file' and r.deleted = 0 and coalesce(p.deleted, 0) = 0`.execute(db);
}
