import type { Pool, PoolClient } from 'pg';

/** A request waits for a minute at most (docs/sync.md S-18). */
const begin = "begin; set local statement_timeout = '30s'";

/**
 * All or nothing, and on disk when it resolves. When it rejects because the connection broke at the commit,
 * it may be on disk all the same: whatever runs here can be run again.
 */
export async function runTransaction<T>(pool: Pool, run: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query(begin);
    const outcome = await run(client);
    const { command } = await client.query('commit');
    // PostgreSQL answers the commit of a failed transaction without an error.
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back');
    broken = false;
    return outcome;
  } finally {
    // Closing the connection rolls back, also when it hangs.
    client.release(broken);
  }
}
