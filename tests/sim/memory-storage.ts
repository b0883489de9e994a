import type { Json } from '../../src/domain/json.ts';
import { memberOf, type Row } from '../../src/domain/row.ts';
import { maxBatchBytes, maxBatchEdits } from '../../src/protocol/sync.ts';
import { rowToWire, type WireRow, wireToRow } from '../../src/protocol/wire-row.ts';
import { foldEdits } from '../../src/server/storage/fold-edits.ts';
import type { Carried, Seen } from '../../src/server/storage/open-values.ts';
import type { Storage, SyncAnswer, SyncInput } from '../../src/server/storage/storage.ts';

/** A value that lost, as the history keeps it. */
export interface KeptValue {
  readonly rowId: string;
  readonly field: string;
  readonly stamp: string;
  readonly value: Json;
  readonly by: string;
  readonly unseen: boolean;
}

interface KeptRow {
  readonly row: Row;
  readonly seq: number;
  /** A `WireRow`. */
  readonly json: string;
  readonly bytes: number;
}

interface Account {
  head: string;
  seq: number;
  readonly heads: Set<string>;
  readonly rows: Map<string, KeptRow>;
  readonly history: Map<string, KeptValue>;
}

/** Everything that a contact database holds, as a backup has it. */
export type StorageSnapshot = ReadonlyMap<string, Account>;

export interface MemoryStorage extends Storage {
  createAccount(id: string): void;
  snapshot(): StorageSnapshot;
  restore(snapshot: StorageSnapshot): void;
  listRows(accountId: string): Row[];
  readHead(accountId: string): string;
  listHistory(accountId: string): KeptValue[];
  /** The value that this stamp left in this field, in its row or in the history; undefined for none. */
  findValue(accountId: string, rowId: string, field: string, stamp: string): Json | undefined;
}

interface PageLimits {
  readonly rows: number;
  readonly bytes: number;
}

/** The server's storage in memory, with the same answers as the SQLite driver. */
export function createMemoryStorage(
  makeId: () => string,
  limits: PageLimits = { rows: maxBatchEdits, bytes: maxBatchBytes },
): MemoryStorage {
  let accounts = new Map<string, Account>();
  const accountOf = (id: string) => {
    const account = accounts.get(id);
    if (account === undefined) throw new Error(`there is no account ${id}`);
    return account;
  };
  return {
    sync: async (input) => syncMemory(accountOf(input.accountId), input, makeId, limits),
    async renewHead(id) {
      const account = accountOf(id);
      account.head = makeId();
      account.heads.add(account.head);
    },
    watch: () => () => {},
    close: async () => {},
    createAccount(id) {
      const head = makeId();
      accounts.set(id, { head, seq: 0, heads: new Set([head]), rows: new Map(), history: new Map() });
    },
    snapshot: () => copyAccounts(accounts),
    restore(snapshot) {
      accounts = copyAccounts(snapshot);
    },
    listRows: (id) => [...accountOf(id).rows.values()].map(({ row }) => row),
    readHead: (id) => accountOf(id).head,
    listHistory: (id) => [...accountOf(id).history.values()],
    findValue(id, rowId, field, stamp) {
      const account = accounts.get(id);
      const row = account?.rows.get(rowId)?.row;
      if (row !== undefined && memberOf(row.stamps, field) === stamp) return memberOf(row.values, field);
      return account?.history.get(nameOf(rowId, field, stamp))?.value;
    },
  };
}

const nameOf = (rowId: string, field: string, stamp: string) => `${rowId} ${field} ${stamp}`;

/** Rows and kept values are never changed in place, so they need no copy. */
function copyAccounts(accounts: StorageSnapshot): Map<string, Account> {
  return new Map(
    [...accounts].map(([id, { head, seq, heads, rows, history }]) => [
      id,
      { head, seq, heads: new Set(heads), rows: new Map(rows), history: new Map(history) },
    ]),
  );
}

function syncMemory(
  account: Account,
  input: SyncInput,
  makeId: () => string,
  limits: PageLimits,
): SyncAnswer {
  const isHeadKnown = input.head !== null && account.heads.has(input.head);
  const cursor = isHeadKnown ? input.cursor : 0;
  const { acknowledged, refused, echoes } = push(account, input, cursor, makeId);
  const page = pullPage(account, cursor, echoes, limits);
  return { head: account.head, isHeadKnown, acknowledged, refused, ...page };
}

function push(account: Account, input: SyncInput, cursor: number, makeId: () => string) {
  const rowsById = new Map<string, WireRow>();
  for (const { id } of input.edits) {
    const kept = account.rows.get(id);
    if (kept !== undefined) rowsById.set(id, rowToWire(kept.row));
  }
  const { acknowledged, refused, folded, changedIds, overwritten, carried, seen } = foldEdits(
    rowsById,
    input,
  );
  const isOpen = ({ rowId, unseen }: KeptValue) =>
    unseen && [...carried, ...seen].some((one) => one.rowId === rowId);
  const openIds = new Set([...account.history.values()].filter(isOpen).map(({ rowId }) => rowId));
  const conflictIds = new Set(
    overwritten
      .filter(({ value }) => value.unseen)
      .filter(({ rowId, value }) => !account.history.has(nameOf(rowId, value.field, value.stamp)))
      .map(({ rowId }) => rowId),
  );
  const changed = [...new Set([...changedIds, ...conflictIds])].flatMap((id) => folded.get(id) ?? []);
  const echoes = new Set<number>();
  for (const row of changed) {
    account.seq += 1;
    const isTold = conflictIds.has(row.id) || openIds.has(row.id);
    if (!isTold && (account.rows.get(row.id)?.seq ?? 0) <= cursor) echoes.add(account.seq);
    account.rows.set(row.id, keepRow(wireToRow(row), account.seq));
  }
  for (const { rowId, value } of overwritten) {
    const name = nameOf(rowId, value.field, value.stamp);
    if (!account.history.has(name)) account.history.set(name, { rowId, ...value });
  }
  updateOpen(account, carried, seen);
  if (changed.length > 0) {
    account.head = makeId();
    account.heads.add(account.head);
  }
  return { acknowledged, refused, echoes };
}

function updateOpen({ history }: Account, carried: readonly Carried[], seen: readonly Seen[]): void {
  const update = (isMeant: (value: KeptValue) => boolean, to: Partial<KeptValue>) => {
    for (const [name, value] of history)
      if (value.unseen && isMeant(value)) history.set(name, { ...value, ...to });
  };
  for (const { rowId, field, from, to } of carried)
    update((one) => one.rowId === rowId && one.field === field && one.by === from, { by: to });
  for (const { rowId, field, stamp } of seen)
    update((one) => one.rowId === rowId && one.field === field && one.stamp === stamp, { unseen: false });
}

function keepRow(row: Row, seq: number): KeptRow {
  const wire = rowToWire(row);
  const { table, id, stamp, values, stamps } = wire;
  const others = stamps === undefined ? '' : JSON.stringify(stamps);
  const texts = JSON.stringify(values);
  const json = `{"table":"${table}","id":"${id}","stamp":"${stamp}","values":${texts}${others && `,"stamps":${others}`}}`;
  return { row, seq, json, bytes: bytesOf(texts) + bytesOf(others) };
}

/** The row's JSON with the values that lost unseen to what it holds now. */
function withEarlier(account: Account, { row, json }: KeptRow): string {
  const lost = [...account.history.values()]
    .filter(
      ({ rowId, unseen, field, by }) => rowId === row.id && unseen && memberOf(row.stamps, field) === by,
    )
    .sort((a, b) => (`${a.field} ${a.stamp}` < `${b.field} ${b.stamp}` ? -1 : 1))
    .map(({ field, stamp, value, by }) => ({ field, stamp, value, by }));
  return lost.length === 0 ? json : `${json.slice(0, -1)},"earlier":${JSON.stringify(lost)}}`;
}

const encoder = new TextEncoder();
const bytesOf = (text: string) => encoder.encode(text).length;

function pullPage(account: Account, cursor: number, echoes: ReadonlySet<number>, limits: PageLimits) {
  const waiting = [...account.rows.values()]
    .filter(({ seq }) => seq > cursor && !echoes.has(seq))
    .sort((a, b) => a.seq - b.seq);
  let bytes = 0;
  const end = waiting.findIndex((kept, index) => {
    bytes += kept.bytes;
    return index > 0 && (index === limits.rows || bytes > limits.bytes);
  });
  const page = end < 0 ? waiting : waiting.slice(0, end);
  const more = end >= 0;
  const lastSeq = more ? page.at(-1)?.seq : undefined;
  return { rows: page.map((kept) => withEarlier(account, kept)), cursor: lastSeq ?? account.seq, more };
}
