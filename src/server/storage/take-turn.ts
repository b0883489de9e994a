import { type Kysely, sql } from 'kysely';
import type { DialectName } from './dialect.ts';
import type { Schema } from './schema.ts';

/** Numbers of PostgreSQL's advisory locks, one for what must not happen twice at the same time. */
const turns = { claim: 0x636c616d };

/**
 * Within a transaction: whoever else asks for the same turn waits for its end, also in another process. SQLite has
 * one writer at a time anyway.
 */
export async function takeTurn(
  trx: Kysely<Schema>,
  dialect: DialectName,
  turn: keyof typeof turns,
): Promise<void> {
  if (dialect === 'sqlite') return;
  await sql`select pg_advisory_xact_lock(${sql.lit(turns[turn])})`.execute(trx);
}
