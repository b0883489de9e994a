import { isDeleted } from '../../domain/tombstone.ts';
import { type WireRow, wireToRow } from '../../protocol/wire-row.ts';
import type { CardTokenTable } from './schema.ts';

/**
 * Whose page each token opens, of rows as they are now, in the order in which they were written. Written in the
 * transaction of the rows. A token stays with the account that said it first, also when that one has closed its
 * page: who reads a token off a printed card must not get what is sent to it later. Of one account, the card that
 * said it last has it. Sorted, so that no two writers wait for each other.
 */
export function rowsToCardClaims(
  rows: readonly { readonly accountId: string; readonly row: WireRow }[],
): CardTokenTable[] {
  const claims = new Map<string, CardTokenTable>();
  for (const { accountId, row } of rows) {
    const token = row.table === 'profile' ? row.values['token'] : undefined;
    if (typeof token !== 'string' || isDeleted(wireToRow(row))) continue;
    const first = claims.get(token);
    if (first !== undefined && first.account_id !== accountId) continue;
    claims.set(token, { token, account_id: accountId, profile_id: row.id });
  }
  return [...claims.values()].sort((a, b) => (a.token < b.token ? -1 : 1));
}
