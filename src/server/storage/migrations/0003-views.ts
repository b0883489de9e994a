import { type Kysely, sql } from 'kysely';
import { type DialectName, dialectWords } from '../dialect.ts';

/** `member('p', 'name')` reads a value of the row `p`, as text or null. */
type Member = (row: string, field: string) => ReturnType<typeof sql>;

/**
 * The database as people read it. Deleted rows are absent, and so are the notes and touches of
 * deleted people. Keys of multi-valued fields are `phone/<entry id>`; a removed entry is null.
 */
export async function createViews(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { asJson } = dialectWords(dialect);
  const member: Member = (row, field) => sql`(${valuesOf(row)}${asJson} ->> ${sql.lit(field)})`;
  await createEntryViews(db, dialect, member);
  await createPeopleView(db, dialect, member);
  await createPersonRowViews(db, dialect, member);
  await createOccasionsView(db, member);
}

function valuesOf(row: string) {
  return sql.ref(`${row}.values`);
}

/** The entries of a multi-valued field of the row `p`, each `entry.value` an object. */
function entriesOf(dialect: DialectName, field: string) {
  const { asJson } = dialectWords(dialect);
  const typeOf = dialect === 'sqlite' ? sql`entry.type` : sql`json_typeof(entry.value)`;
  return {
    each: sql`json_each(${valuesOf('p')}${asJson}) entry`,
    are: sql`substr(entry.key, 1, ${sql.lit(field.length + 1)}) = ${sql.lit(`${field}/`)} and ${typeOf} = 'object'`,
  };
}

async function createEntryViews(db: Kysely<unknown>, dialect: DialectName, member: Member): Promise<void> {
  const { byBytes } = dialectWords(dialect);
  const phones = entriesOf(dialect, 'phone');
  await sql`
    create view phones as
    select p.account_id, p.id as person_id, ${member('p', 'name')} as person,
      entry.value ->> 'typed' as number, entry.value ->> 'e164' as e164
    from "row" p, ${phones.each}
    where p."table" = 'person' and p.deleted = 0 and ${phones.are}
    order by p.account_id ${byBytes}, p.id ${byBytes}, entry.key ${byBytes}`.execute(db);
  const emails = entriesOf(dialect, 'email');
  await sql`
    create view emails as
    select p.account_id, p.id as person_id, ${member('p', 'name')} as person,
      entry.value ->> 'typed' as email
    from "row" p, ${emails.each}
    where p."table" = 'person' and p.deleted = 0 and ${emails.are}
    order by p.account_id ${byBytes}, p.id ${byBytes}, entry.key ${byBytes}`.execute(db);
}

async function createPeopleView(db: Kysely<unknown>, dialect: DialectName, member: Member): Promise<void> {
  const { byBytes } = dialectWords(dialect);
  const first = (field: string) => {
    const { each, are } = entriesOf(dialect, field);
    return sql`(select entry.value ->> 'typed' from ${each} where ${are} order by entry.key ${byBytes} limit 1)`;
  };
  await sql`
    create view people as
    select p.account_id, p.id, ${member('p', 'name')} as name, ${first('phone')} as phone,
      ${first('email')} as email, ${first('handle')} as handle, ${member('p', 'company')} as company,
      ${member('p', 'metAt')} as met_at, ${member('o', 'name')} as met_where,
      ${member('p', 'lookedAt')} as looked_at
    from "row" p
    left join "row" o on o.account_id = p.account_id and o.id = ${member('p', 'occasion')}
      and o."table" = 'occasion' and o.deleted = 0
    where p."table" = 'person' and p.deleted = 0`.execute(db);
}

async function createPersonRowViews(
  db: Kysely<unknown>,
  dialect: DialectName,
  member: Member,
): Promise<void> {
  const { asNumber } = dialectWords(dialect);
  const aboutPerson = sql`r.account_id, r.id, ${member('r', 'person')} as person_id, ${member('p', 'name')} as person`;
  const ofPeople = (table: string) => sql`
    from "row" r
    left join "row" p on p.account_id = r.account_id and p.id = ${member('r', 'person')}
    where r."table" = ${sql.lit(table)} and r.deleted = 0 and coalesce(p.deleted, 0) = 0`;
  await sql`
    create view notes as
    select ${aboutPerson}, ${member('r', 'text')} as text, ${member('r', 'writtenAt')} as written_at
    ${ofPeople('note')}`.execute(db);
  await sql`
    create view touches as
    select ${aboutPerson}, ${member('r', 'way')} as way, ${member('r', 'at')} as at
    ${ofPeople('touch')}`.execute(db);
  await sql`
    create view files as
    select ${aboutPerson}, ${member('r', 'kind')} as kind, ${member('r', 'type')} as type,
      ${member('r', 'bytes')}${asNumber} as bytes, ${member('r', 'hash')} as hash,
      ${member('r', 'takenAt')} as taken_at
    ${ofPeople('file')}`.execute(db);
}

/** Counts all people at once: an index of them by occasion would cost every write a fifth. */
async function createOccasionsView(db: Kysely<unknown>, member: Member): Promise<void> {
  await sql`
    create view occasions as
    select o.account_id, o.id, ${member('o', 'name')} as name, ${member('o', 'colour')} as colour,
      coalesce(met.people, 0) as people
    from "row" o
    left join (
      select p.account_id, ${member('p', 'occasion')} as occasion, count(*) as people
      from "row" p where p."table" = 'person' and p.deleted = 0 group by 1, 2
    ) met on met.account_id = o.account_id and met.occasion = o.id
    where o."table" = 'occasion' and o.deleted = 0`.execute(db);
}
