import type { Pool, PoolClient } from 'pg';

/** A request waits for a minute at most (docs/sync.md S-18). */
const begin = "begin; set local statement_timeout = '30s'";

/** What a transaction answers, and the statements that it has sent without waiting for them. */
export interface Sent<T> {
  readonly outcome: T;
  readonly writes: readonly Promise<unknown>[];
}

/**
 * All or nothing, and on disk when it resolves. When it rejects because the connection broke at the commit,
 * it may be on disk all the same: whatever runs here can be run again. `run` starts its first statements at once:
 * they go out right behind `begin`, and its last ones together with `commit`.
 */
export async function runTransaction<T>(
  pool: Pool,
  run: (client: PoolClient) => Promise<Sent<T>>,
): Promise<T> {
  const client = await pool.connect();
  let broken = true;
  try {
    const [, { outcome, writes }] = await Promise.all([client.query(begin), run(client)]);
    const [{ command }] = await Promise.all([client.query('commit'), ...writes]);
    // PostgreSQL answers the commit of a failed transaction without an error.
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back');
    broken = false;
    return outcome;
  } finally {
    // Closing the connection rolls back, also when it hangs.
    client.release(broken);
  }
}
