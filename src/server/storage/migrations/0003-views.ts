import { type Kysely, sql } from 'kysely';

/**
 * The database as people read it. Deleted rows are absent, and so are the notes and touches of
 * deleted people. Keys of multi-valued fields are `phone/<entry id>`; a removed entry is null.
 */
export async function createViews(db: Kysely<unknown>): Promise<void> {
  await createEntryViews(db);
  await createPeopleView(db);
  await createPersonRowViews(db);
  await createOccasionsView(db);
}

async function createEntryViews(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view phones as
    select p.account_id, p.id as person_id, p."values" ->> 'name' as person,
      entry.value ->> 'typed' as number, entry.value ->> 'e164' as e164
    from "row" p, json_each(p."values") entry
    where p."table" = 'person' and p.deleted = 0 and entry.key glob 'phone/*' and entry.type = 'object'
    order by p.account_id, p.id, entry.key`.execute(db);
  await sql`
    create view emails as
    select p.account_id, p.id as person_id, p."values" ->> 'name' as person,
      entry.value ->> 'typed' as email
    from "row" p, json_each(p."values") entry
    where p."table" = 'person' and p.deleted = 0 and entry.key glob 'email/*' and entry.type = 'object'
    order by p.account_id, p.id, entry.key`.execute(db);
}

async function createPeopleView(db: Kysely<unknown>): Promise<void> {
  const first = (field: string) => sql`
    (select entry.value ->> 'typed' from json_each(p."values") entry
      where entry.key glob ${sql.lit(`${field}/*`)} and entry.type = 'object' order by entry.key limit 1)`;
  await sql`
    create view people as
    select p.account_id, p.id, p."values" ->> 'name' as name, ${first('phone')} as phone,
      ${first('email')} as email, ${first('handle')} as handle, p."values" ->> 'company' as company,
      p."values" ->> 'metAt' as met_at, o."values" ->> 'name' as met_where,
      p."values" ->> 'lookedAt' as looked_at
    from "row" p
    left join "row" o on o.account_id = p.account_id and o.id = p."values" ->> 'occasion'
      and o."table" = 'occasion' and o.deleted = 0
    where p."table" = 'person' and p.deleted = 0`.execute(db);
}

async function createPersonRowViews(db: Kysely<unknown>): Promise<void> {
  const ofPeople = (table: string) => sql`
    from "row" r
    left join "row" p on p.account_id = r.account_id and p.id = r."values" ->> 'person'
    where r."table" = ${sql.lit(table)} and r.deleted = 0 and coalesce(p.deleted, 0) = 0`;
  await sql`
    create view notes as
    select r.account_id, r.id, r."values" ->> 'person' as person_id, p."values" ->> 'name' as person,
      r."values" ->> 'text' as text, r."values" ->> 'writtenAt' as written_at ${ofPeople('note')}`.execute(
    db,
  );
  await sql`
    create view touches as
    select r.account_id, r.id, r."values" ->> 'person' as person_id, p."values" ->> 'name' as person,
      r."values" ->> 'way' as way, r."values" ->> 'at' as at ${ofPeople('touch')}`.execute(db);
  await sql`
    create view files as
    select r.account_id, r.id, r."values" ->> 'person' as person_id, p."values" ->> 'name' as person,
      r."values" ->> 'kind' as kind, r."values" ->> 'type' as type, r."values" ->> 'bytes' as bytes,
      r."values" ->> 'hash' as hash, r."values" ->> 'takenAt' as taken_at ${ofPeople('file')}`.execute(db);
}

/** Counts all people at once: an index of them by occasion would cost every write a fifth. */
async function createOccasionsView(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view occasions as
    select o.account_id, o.id, o."values" ->> 'name' as name, o."values" ->> 'colour' as colour,
      coalesce(met.people, 0) as people
    from "row" o
    left join (
      select account_id, "values" ->> 'occasion' as occasion, count(*) as people
      from "row" where "table" = 'person' and deleted = 0 group by 1, 2
    ) met on met.account_id = o.account_id and met.occasion = o.id
    where o."table" = 'occasion' and o.deleted = 0`.execute(db);
}
