import type { ClientBase } from 'pg';
import { type Carried, joinCarried, type Seen } from '../open-values.ts';
import type { HistoryTable } from '../schema.ts';
import { rowKey } from './fold-group.ts';

/** What one input's edits say of values that lost unseen (docs/sync.md S-13). */
export interface InputOpen {
  readonly accountId: string;
  readonly carried: readonly Carried[];
  readonly seen: readonly Seen[];
}

/** The rows in which something is open, among those that the inputs name, by `rowKey`. */
export async function loadOpenRows(
  client: ClientBase,
  inputs: readonly InputOpen[],
): Promise<ReadonlySet<string>> {
  const wanted = new Map(
    inputs.flatMap(({ accountId, carried, seen }) =>
      [...carried, ...seen].map(({ rowId }) => [rowKey(accountId, rowId), { accountId, rowId }] as const),
    ),
  );
  if (wanted.size === 0) return new Set();
  const { rows } = await client.query<Pick<HistoryTable, 'account_id' | 'row_id'>>({
    name: 'load-open-rows',
    text: `select distinct h.account_id, h.row_id
      from unnest($1::text[], $2::text[]) as w (account_id, row_id)
      join history h on h.account_id = w.account_id and h.row_id = w.row_id and h.unseen = 1`,
    values: [
      [...wanted.values()].map(({ accountId }) => accountId),
      [...wanted.values()].map(({ rowId }) => rowId),
    ],
  });
  return new Set(rows.map(({ account_id, row_id }) => rowKey(account_id, row_id)));
}

/** After what the group lost is kept. */
export async function carryLost(client: ClientBase, inputs: readonly InputOpen[]): Promise<void> {
  const carried = ofAccounts(inputs, (one) => one.carried).flatMap(({ accountId, all }) =>
    joinCarried(all).map((one) => ({ accountId, ...one })),
  );
  if (carried.length === 0) return;
  await client.query({
    name: 'carry-lost',
    text: `update history h set by_stamp = c.later
      from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
        as c (account_id, row_id, field, earlier, later)
      where h.account_id = c.account_id and h.row_id = c.row_id and h.field = c.field
        and h.by_stamp = c.earlier and h.unseen = 1`,
    values: [
      carried.map(({ accountId }) => accountId),
      carried.map(({ rowId }) => rowId),
      carried.map(({ field }) => field),
      carried.map(({ from }) => from),
      carried.map(({ to }) => to),
    ],
  });
}

/** After what the group lost is kept: what is carried and seen at once is seen. */
export async function settleLost(client: ClientBase, inputs: readonly InputOpen[]): Promise<void> {
  const seen = inputs.flatMap((input) => input.seen.map((one) => ({ accountId: input.accountId, ...one })));
  if (seen.length === 0) return;
  await client.query({
    name: 'settle-lost',
    text: `update history h set unseen = 0
      from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as s (account_id, row_id, field, stamp)
      where h.account_id = s.account_id and h.row_id = s.row_id and h.field = s.field and h.stamp = s.stamp
        and h.unseen = 1`,
    values: [
      seen.map(({ accountId }) => accountId),
      seen.map(({ rowId }) => rowId),
      seen.map(({ field }) => field),
      seen.map(({ stamp }) => stamp),
    ],
  });
}

/** Inputs of one account follow each other: what one carries, the next may carry on. */
function ofAccounts<T>(inputs: readonly InputOpen[], pick: (input: InputOpen) => readonly T[]) {
  const ids = [...new Set(inputs.map(({ accountId }) => accountId))];
  return ids.map((accountId) => ({
    accountId,
    all: inputs.filter((input) => input.accountId === accountId).flatMap(pick),
  }));
}
