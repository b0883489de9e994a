import type { ClientBase } from 'pg';
import { maxBatchEdits } from '../../../protocol/sync.ts';
import {
  type EarlierEntry,
  endPage,
  isNothingLeft,
  type MeasuredRow,
  type PulledPage,
  type PullQuery,
  rowsToJson,
  type StoredRow,
} from '../stored-page.ts';

const rowsAfter = `from "row" where account_id = $1 and seq > $2 and seq <> all ($3::bigint[]) and seq <= $4`;

/**
 * The rows after the cursor, oldest change first, up to a batch (docs/sync.md S-5, S-9); see the SQLite driver.
 * It needs no transaction: the account's last number was read before, all rows up to it are there (S-11), and
 * one that is written meanwhile gets a number above it and comes with the next page.
 */
export async function pullPage(client: Pick<ClientBase, 'query'>, query: PullQuery): Promise<PulledPage> {
  const { accountId, cursor, seq, echoes } = query;
  if (isNothingLeft(query)) return { rows: [], cursor: seq, more: false };
  const measured = await client.query<MeasuredRow>({
    name: 'measure-page',
    text: `select seq, octet_length("values") + coalesce(octet_length(stamps), 0) as bytes ${rowsAfter}
      order by seq limit $5`,
    values: [accountId, cursor, echoes, seq, maxBatchEdits + 1],
  });
  const { lastSeq, more } = endPage(measured.rows);
  if (lastSeq === undefined) return { rows: [], cursor: seq, more };
  const found = await client.query<StoredRow>({
    name: 'load-page',
    text: `select "table", id, stamp, "values", stamps ${rowsAfter} order by seq`,
    values: [accountId, cursor, echoes, lastSeq],
  });
  const earlier = await client.query<EarlierEntry>({
    name: 'load-earlier',
    text: `select row_id, field, stamp, value, by_stamp from history
      where account_id = $1 and unseen = 1 and row_id = any ($2::text[])
      order by row_id collate "C", field collate "C", stamp collate "C"`,
    values: [accountId, found.rows.map(({ id }) => id)],
  });
  return { rows: rowsToJson(found.rows, earlier.rows), cursor: more ? lastSeq : seq, more };
}
