import type { ClientBase } from 'pg';
import { AccountGoneError } from '../storage.ts';

/** An account's head and last sequence number. */
export interface AccountState {
  readonly id: string;
  readonly head: string;
  readonly seq: number;
  /** Those of the asked heads that it went through: another proves that the database was wiped or restored (S-15). */
  readonly known: readonly string[];
}

type StateById = ReadonlyMap<string, AccountState>;

const stateColumns = `a.id, a.head, a.seq,
  array(select h.id from head h where h.account_id = a.id and h.id = any ($2::text[])) as known`;

export async function readAccount(
  client: Pick<ClientBase, 'query'>,
  accountId: string,
  head: string | null,
): Promise<AccountState> {
  const { rows } = await client.query<AccountState>({
    name: 'read-account',
    text: `select ${stateColumns} from account a where a.id = $1`,
    values: [accountId, head === null ? [] : [head]],
  });
  return stateOf(rows[0]);
}

/**
 * Locks accounts to the end of the transaction: whoever writes to one waits here, and reads what the one before
 * has written. Always in the same order, so that no two wait for each other.
 */
export async function lockAccounts(
  client: ClientBase,
  accountIds: readonly string[],
  heads: readonly string[],
): Promise<StateById> {
  const { rows } = await client.query<AccountState>({
    name: 'lock-accounts',
    text: `select ${stateColumns} from account a where a.id = any ($1::text[])
      order by a.id for no key update of a`,
    values: [accountIds, heads],
  });
  const stateById = new Map(rows.map((state) => [state.id, state]));
  for (const id of accountIds) stateOf(stateById.get(id));
  return stateById;
}

export interface Advance {
  readonly accountId: string;
  /** The last number that was given. */
  readonly seq: number;
  /** New UUIDs, the newest last. */
  readonly heads: readonly string[];
}

/** Gives locked accounts their last number and their new heads (docs/sync.md S-11, S-15). */
export async function advanceAccounts(client: ClientBase, advances: readonly Advance[]): Promise<void> {
  if (advances.length === 0) return;
  const heads = advances.flatMap(({ accountId, heads: ids }) => ids.map((id) => ({ accountId, id })));
  await client.query({
    name: 'advance-accounts',
    text: `with named as (
        insert into head (account_id, id) select * from unnest($4::text[], $5::text[])
      )
      update account a set seq = n.seq, head = n.head
      from unnest($1::text[], $2::bigint[], $3::text[]) as n (id, seq, head)
      where a.id = n.id`,
    values: [
      advances.map(({ accountId }) => accountId),
      advances.map(({ seq }) => seq),
      advances.map((advance) => advance.heads.at(-1)),
      heads.map(({ accountId }) => accountId),
      heads.map(({ id }) => id),
    ],
  });
}

function stateOf(found: AccountState | undefined): AccountState {
  if (found === undefined) throw new AccountGoneError();
  return found;
}
