import type { Kysely } from 'kysely';
import type { Pool } from 'pg';
import { migrate } from '../migrate.ts';
import { NewerDatabaseError } from '../opened-database.ts';
import type { Schema } from '../schema.ts';

/** Of all advisory locks on the database, the one of Justmet's schema: "just" in ASCII. */
const schemaLock = 0x6a757374;

/** One process at a time; the next one finds nothing left to do. */
export async function migratePostgres(pool: Pool, db: Kysely<Schema>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [schemaLock]);
    if (!(await migrate(db, 'postgres'))) throw new NewerDatabaseError();
  } finally {
    // Closed, so that the lock is gone whatever has happened.
    client.release(true);
  }
}
