import type { DatabaseSyncInstance } from '@photostructure/sqlite';
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
import { prepareStatement } from './prepare-statement.ts';

/**
 * The rows after the cursor, oldest change first, up to a batch (docs/sync.md S-5, S-9). With more to come the
 * cursor stays before the echoes, which then may be sent back: harmless, where a skipped row is not.
 */
export function preparePull(database: DatabaseSyncInstance): (query: PullQuery) => PulledPage {
  // Reads lengths only: a page of 500 of the longest notes would be a hundred times too much.
  const measure = prepareStatement<MeasuredRow>(
    database,
    `select seq, octet_length("values") + coalesce(octet_length(stamps), 0) as bytes ${rowsAfter}
     order by seq limit ?`,
  );
  const loadPage = prepareStatement<StoredRow>(
    database,
    `select "table", id, stamp, "values", stamps ${rowsAfter} and seq <= ? order by seq`,
  );
  const loadEarlier = prepareStatement<EarlierEntry>(
    database,
    `select row_id, field, stamp, value, by_stamp from history
     where account_id = ? and unseen = 1 and row_id in (select value from json_each(?))
     order by row_id, field, stamp`,
  );
  return (query) => {
    const { accountId, cursor, seq } = query;
    if (isNothingLeft(query)) return { rows: [], cursor: seq, more: false };
    const echoes = JSON.stringify(query.echoes);
    const { lastSeq, more } = endPage(measure.all(accountId, cursor, echoes, maxBatchEdits + 1));
    if (lastSeq === undefined) return { rows: [], cursor: seq, more };
    const found = loadPage.all(accountId, cursor, echoes, lastSeq);
    const entries = loadEarlier.all(accountId, JSON.stringify(found.map(({ id }) => id)));
    return { rows: rowsToJson(found, entries), cursor: more ? lastSeq : seq, more };
  };
}

const rowsAfter = `from "row" where account_id = ? and seq > ?
  and seq not in (select value from json_each(?))`;
