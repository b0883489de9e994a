import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { AccountTable, HeadTable } from '../schema.ts';
import { AccountGoneError } from '../storage.ts';
import { prepareStatement } from './prepare-statement.ts';

/** The head and the last sequence number of an account. */
type State = Pick<AccountTable, 'head'> & { readonly seq: number };

export interface AccountState {
  /** False proves that this database was wiped or restored: what the device sent since may be missing (S-15). */
  knowsHead(accountId: string, head: string | null): boolean;
  read(accountId: string): State;
  /** Gives that many rows a number each, and the account a new head (S-11, S-15). */
  advance(accountId: string, rows: number): State;
}

export function prepareAccountState(database: DatabaseSyncInstance, makeId: () => string): AccountState {
  const findHead = prepareStatement<Pick<HeadTable, 'id'>>(
    database,
    'select id from head where account_id = ? and id = ?',
  );
  const addHead = prepareStatement(database, 'insert into head (account_id, id) values (?, ?)');
  const read = prepareStatement<State>(database, 'select head, seq from account where id = ?');
  const advance = prepareStatement<State>(
    database,
    'update account set seq = seq + ?, head = ? where id = ? returning head, seq',
  );
  return {
    knowsHead: (accountId, head) => head !== null && findHead.get(accountId, head) !== undefined,
    read: (accountId) => stateOf(read.get(accountId)),
    advance(accountId, rows) {
      const head = makeId();
      const state = stateOf(advance.get(rows, head, accountId));
      addHead.run(accountId, head);
      return state;
    },
  };
}

function stateOf(found: State | undefined): State {
  if (found === undefined) throw new AccountGoneError();
  return found;
}
