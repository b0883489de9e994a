import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Edit } from '../../../domain/row.ts';
import type { WireRow } from '../../../protocol/wire-row.ts';
import { rowsToCardClaims } from '../card-claims.ts';
import { type Folded, foldEdits } from '../fold-edits.ts';
import { type Carried, joinCarried, type Seen } from '../open-values.ts';
import type { HistoryTable, RowTable } from '../schema.ts';
import type { SyncInput } from '../storage.ts';
import { storedToWire, wireToStored } from '../stored-row.ts';
import type { AccountState } from './account-state.ts';
import { preparePlans } from './plan-reminders.ts';
import { prepareStatement } from './prepare-statement.ts';
import { prepareQueue } from './queue-recordings.ts';
import { prepareUpsert } from './upsert-rows.ts';

interface Pushed {
  readonly acknowledged: Folded['acknowledged'];
  readonly refused: Folded['refused'];
  /** The account's head and last sequence number, this push included. */
  readonly head: string;
  readonly seq: number;
  /** Sequence numbers of rows in which the sender has nothing left to see (docs/sync.md S-9). */
  readonly echoes: readonly number[];
  /** True when a row is other than before. */
  readonly isChanged: boolean;
}

type StoredRows = ReadonlyMap<string, { readonly row: WireRow; readonly seq: number }>;

/** Merges the edits into their rows and gives each changed row the account's next number (S-11). */
export function preparePush(
  database: DatabaseSyncInstance,
  accounts: AccountState,
): (input: SyncInput, cursor: number) => Pushed {
  const loadRows = prepareLoad(database);
  const findNewConflicts = prepareConflicts(database);
  const open = prepareOpen(database);
  const upsertRows = prepareUpsert(database);
  const keepOverwritten = prepareHistory(database);
  const claimCards = prepareCardClaims(database);
  const queueRecordings = prepareQueue(database);
  const planReminders = preparePlans(database);
  return (input, cursor) => {
    const { accountId } = input;
    const stored = loadRows(accountId, input.edits);
    const rowsById = new Map([...stored].map(([id, { row }]) => [id, row]));
    const { folded, changedIds, overwritten, carried, seen, acknowledged, refused } = foldEdits(
      rowsById,
      input,
    );
    const conflictIds = findNewConflicts(accountId, overwritten);
    const openIds = open.find(accountId, [...carried, ...seen]);
    const changed = [...new Set([...changedIds, ...conflictIds])].flatMap((id) => folded.get(id) ?? []);
    const isChanged = changed.length > 0;
    const { head, seq } = isChanged ? accounts.advance(accountId, changed.length) : accounts.read(accountId);
    const first = seq - changed.length + 1;
    const entries = changed.map((row, index) => wireToStored(accountId, row, first + index));
    upsertRows(entries);
    claimCards(accountId, changed);
    queueRecordings(input, changed);
    planReminders(input, changed);
    keepOverwritten(input, overwritten);
    if (conflictIds.size + openIds.size > 0) open.update(accountId, carried, seen);
    const isTold = (id: string) => conflictIds.has(id) || openIds.has(id);
    const isEcho = ({ id }: RowTable) => !isTold(id) && (stored.get(id)?.seq ?? 0) <= cursor;
    const echoes = entries.filter(isEcho).map((entry) => entry.seq);
    return { acknowledged, refused, head, seq, echoes, isChanged };
  };
}

function prepareLoad(database: DatabaseSyncInstance) {
  const load = prepareStatement<RowTable>(
    database,
    'select * from "row" where account_id = ? and id in (select value from json_each(?))',
  );
  return (accountId: string, edits: readonly Edit[]): StoredRows => {
    if (edits.length === 0) return new Map();
    const ids = [...new Set(edits.map(({ id }) => id))];
    const found = load.all(accountId, JSON.stringify(ids));
    return new Map(found.map((stored) => [stored.id, { row: storedToWire(stored), seq: stored.seq }]));
  };
}

/**
 * The rows with a conflict that the history does not hold yet. They get a number also where no value
 * changed, so that every device hears of the value that lost (docs/sync.md S-13).
 */
function prepareConflicts(database: DatabaseSyncInstance) {
  const loadKnown = prepareStatement<Pick<HistoryTable, 'row_id' | 'field' | 'stamp'>>(
    database,
    `select row_id, field, stamp from history
     where account_id = ? and row_id in (select value from json_each(?))`,
  );
  return (accountId: string, overwritten: Folded['overwritten']): ReadonlySet<string> => {
    const unseen = overwritten.filter(({ value }) => value.unseen);
    if (unseen.length === 0) return new Set();
    const rowIds = new Set(unseen.map(({ rowId }) => rowId));
    const known = loadKnown.all(accountId, JSON.stringify([...rowIds]));
    const keys = new Set(known.map(({ row_id, field, stamp }) => `${row_id} ${field} ${stamp}`));
    const fresh = unseen.filter(({ rowId, value }) => !keys.has(`${rowId} ${value.field} ${value.stamp}`));
    return new Set(fresh.map(({ rowId }) => rowId));
  };
}

/** What lost unseen, and which value it is open against (S-13). */
function prepareOpen(database: DatabaseSyncInstance) {
  const find = prepareStatement<Pick<HistoryTable, 'row_id'>>(
    database,
    `select distinct row_id from history
     where account_id = ? and unseen = 1 and row_id in (select value from json_each(?))`,
  );
  const carry = prepareStatement(
    database,
    `update history set by_stamp = ?
     where account_id = ? and row_id = ? and field = ? and by_stamp = ? and unseen = 1`,
  );
  const settle = prepareStatement(
    database,
    'update history set unseen = 0 where account_id = ? and row_id = ? and field = ? and stamp = ? and unseen = 1',
  );
  return {
    /** The rows in which something is open. */
    find(accountId: string, among: readonly Pick<Seen, 'rowId'>[]): ReadonlySet<string> {
      if (among.length === 0) return new Set();
      const ids = [...new Set(among.map(({ rowId }) => rowId))];
      return new Set(find.all(accountId, JSON.stringify(ids)).map(({ row_id }) => row_id));
    },
    /** What is carried and seen at once is seen. */
    update(accountId: string, carried: readonly Carried[], seen: readonly Seen[]): void {
      for (const { rowId, field, from, to } of joinCarried(carried))
        carry.run(to, accountId, rowId, field, from);
      for (const { rowId, field, stamp } of seen) settle.run(accountId, rowId, field, stamp);
    },
  };
}

/** A value that was kept already stays as it is: sending an edit again adds nothing (S-8, S-13). */
function prepareHistory(database: DatabaseSyncInstance) {
  const insert = prepareStatement(
    database,
    `insert into history (account_id, row_id, field, stamp, value, by_stamp, unseen, received_at)
     values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
  );
  return ({ accountId, receivedAt }: SyncInput, overwritten: Folded['overwritten']): void => {
    for (const { rowId, value: lost } of overwritten) {
      const value = JSON.stringify(lost.value);
      insert.run(accountId, rowId, lost.field, lost.stamp, value, lost.by, Number(lost.unseen), receivedAt);
    }
  };
}

function prepareCardClaims(database: DatabaseSyncInstance) {
  const claim = prepareStatement(
    database,
    `insert into card_token (token, account_id, profile_id) values (?, ?, ?)
     on conflict (token) do update set profile_id = excluded.profile_id
     where card_token.account_id = excluded.account_id`,
  );
  return (accountId: string, rows: readonly WireRow[]): void => {
    const claims = rowsToCardClaims(rows.map((row) => ({ accountId, row })));
    for (const { token, profile_id } of claims) claim.run(token, accountId, profile_id);
  };
}
