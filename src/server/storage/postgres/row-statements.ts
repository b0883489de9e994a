import type { ClientBase } from 'pg';
import { rowsToCardClaims } from '../card-claims.ts';
import type { HistoryTable, RowTable } from '../schema.ts';
import type { SyncInput } from '../storage.ts';
import { storedToWire, wireToStored } from '../stored-row.ts';
import { type GroupRow, type LostValue, lostKey, rowKey } from './fold-group.ts';

/** The rows that the inputs name and that are there, by `rowKey`. Their accounts are locked. */
export async function loadRows(
  client: ClientBase,
  inputs: readonly SyncInput[],
): Promise<Map<string, GroupRow>> {
  const wanted = new Map(
    inputs.flatMap(({ accountId, edits }) =>
      edits.map(({ id }) => [rowKey(accountId, id), { accountId, id }] as const),
    ),
  );
  const { rows } = await client.query<RowTable>({
    name: 'load-rows',
    text: `select r.* from unnest($1::text[], $2::text[]) as w (account_id, id)
      join "row" r on r.account_id = w.account_id and r.id = w.id`,
    values: [[...wanted.values()].map((one) => one.accountId), [...wanted.values()].map(({ id }) => id)],
  });
  return new Map(
    rows.map((stored) => {
      const { account_id: accountId, id, seq } = stored;
      return [rowKey(accountId, id), { accountId, row: storedToWire(stored), seq }];
    }),
  );
}

/** What the history holds of the rows that have an unseen lost value, by `lostKey`. */
export async function loadKnownLost(client: ClientBase, lost: readonly LostValue[]): Promise<Set<string>> {
  const unseen = lost.filter(({ value }) => value.unseen);
  if (unseen.length === 0) return new Set();
  const wanted = new Map(unseen.map((one) => [rowKey(one.accountId, one.rowId), one]));
  const { rows } = await client.query<Pick<HistoryTable, 'account_id' | 'row_id' | 'field' | 'stamp'>>({
    name: 'load-known-lost',
    text: `select h.account_id, h.row_id, h.field, h.stamp
      from unnest($1::text[], $2::text[]) as w (account_id, row_id)
      join history h on h.account_id = w.account_id and h.row_id = w.row_id`,
    values: [
      [...wanted.values()].map(({ accountId }) => accountId),
      [...wanted.values()].map(({ rowId }) => rowId),
    ],
  });
  return new Set(rows.map((one) => lostKey(one.account_id, one.row_id, one.field, one.stamp)));
}

/** As JSON in one value: eight arrays of text take twice the time to write, and statements of many sizes to plan. */
export async function upsertRows(client: ClientBase, changed: readonly GroupRow[]): Promise<void> {
  if (changed.length === 0) return;
  const stored = changed.map(({ accountId, row, seq }) => wireToStored(accountId, row, seq));
  await client.query({
    name: 'upsert-rows',
    text: `insert into "row" (account_id, id, "table", seq, stamp, "values", stamps, deleted)
      select account_id, id, "table", seq, stamp, "values", stamps, deleted
      from json_to_recordset($1::json) as n (account_id text, id text, "table" text, seq bigint, stamp text,
        "values" text, stamps text, deleted int)
      on conflict (account_id, id) do update set
        seq = excluded.seq, stamp = excluded.stamp, "values" = excluded."values",
        stamps = excluded.stamps, deleted = excluded.deleted`,
    values: [JSON.stringify(stored)],
  });
}

/** A value that was kept already stays as it is: sending an edit again adds nothing (S-8, S-13). */
export async function keepLost(client: ClientBase, lost: readonly LostValue[]): Promise<void> {
  if (lost.length === 0) return;
  await client.query({
    name: 'keep-lost',
    text: `insert into history (account_id, row_id, field, stamp, value, by_stamp, unseen, received_at)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[],
        $8::text[])
      on conflict do nothing`,
    values: [
      lost.map(({ accountId }) => accountId),
      lost.map(({ rowId }) => rowId),
      lost.map(({ value }) => value.field),
      lost.map(({ value }) => value.stamp),
      lost.map(({ value }) => JSON.stringify(value.value)),
      lost.map(({ value }) => value.by),
      lost.map(({ value }) => Number(value.unseen)),
      lost.map(({ receivedAt }) => receivedAt),
    ],
  });
}

export async function claimCards(client: ClientBase, changed: readonly GroupRow[]): Promise<void> {
  const claims = rowsToCardClaims(changed);
  if (claims.length === 0) return;
  await client.query({
    name: 'claim-cards',
    text: `insert into card_token (token, account_id, profile_id)
      select * from unnest($1::text[], $2::text[], $3::text[])
      on conflict (token) do update set profile_id = excluded.profile_id
      where card_token.account_id = excluded.account_id`,
    values: [
      claims.map(({ token }) => token),
      claims.map(({ account_id }) => account_id),
      claims.map(({ profile_id }) => profile_id),
    ],
  });
}
