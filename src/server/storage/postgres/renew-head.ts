import type { Pool } from 'pg';
import { AccountGoneError } from '../storage.ts';

/** Names a state of the account in which no row is other than before (docs/sync.md S-27). `head`: a new UUID. */
export async function renewHead(pool: Pool, accountId: string, head: string): Promise<void> {
  // One statement is a transaction of its own.
  const { rowCount } = await pool.query(
    `with renewed as (update account set head = $2 where id = $1 returning id)
     insert into head (account_id, id) select id, $2 from renewed`,
    [accountId, head],
  );
  if (rowCount === 0) throw new AccountGoneError();
}
