import { sql } from 'kysely';
import type { CommandDatabase } from '../commands/with-database.ts';
import { readSchemaAge, type SchemaAge } from '../storage/migrate.ts';
import { type Finding, good, wrong } from './finding.ts';

/** PostgreSQL 15, as `server_version_num` says it. */
const oldestVersion = 150_000;
const toleranceMs = 5 * 60_000;

const sentences: Readonly<Record<SchemaAge, Finding>> = {
  current: good('The database is up to date.'),
  older: wrong('The database is older than this Justmet; start the server once.'),
  newer: wrong('The database was written by a newer Justmet; update this one.'),
};

/** What `pg_amcheck` does not look at: the version, the schema, whose rows there are, and the clocks. */
export async function checkPostgres(db: CommandDatabase['db'], now: Date): Promise<Finding[]> {
  const age = sentences[await readSchemaAge(db)];
  const findings = [await checkVersion(db), age, await checkClocks(db, now)];
  // Other tables cannot be asked yet, or any more.
  return age.kind === 'wrong' ? findings : [...findings, await checkOwners(db)];
}

async function checkVersion(db: CommandDatabase['db']): Promise<Finding> {
  const { rows } = await sql<{ name: string; num: number }>`
    select current_setting('server_version') as name, current_setting('server_version_num')::int as num`.execute(
    db,
  );
  const [version] = rows;
  if (version === undefined || version.num < oldestVersion) {
    return wrong(`PostgreSQL is ${version?.name}; Justmet needs 15 or newer.`);
  }
  return good(`PostgreSQL ${version.name} answers.`);
}

async function checkClocks(db: CommandDatabase['db'], now: Date): Promise<Finding> {
  const { rows } = await sql<{ ms: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`.execute(db);
  const theirMs = rows[0]?.ms ?? 0;
  if (Math.abs(theirMs - now.getTime()) <= toleranceMs) {
    return good(`The clock says ${now.toISOString()}, as PostgreSQL's does.`);
  }
  return wrong(
    `The clock says ${now.toISOString()}, PostgreSQL's ${new Date(theirMs).toISOString()}; ` +
      'set the wrong one, best by network time.',
  );
}

async function checkOwners(db: CommandDatabase['db']): Promise<Finding> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from "row" r where not exists (select from account a where a.id = r.account_id))
      + (select count(*) from history h
         where not exists (select from "row" r where r.account_id = h.account_id and r.id = h.row_id)) as n`.execute(
    db,
  );
  const n = Number(rows[0]?.n);
  if (n === 0) return good('Every row belongs to an account that is there.');
  return wrong(`${n} rows belong to an account that is gone; restore a dump.`);
}
