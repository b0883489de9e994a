import type { Edit } from '../../../domain/row.ts';
import type { WireRow } from '../../../protocol/wire-row.ts';
import { type Folded, foldEdits } from '../fold-edits.ts';
import type { SyncInput } from '../storage.ts';

/** A row of an account that the group touches, as it is at this moment of the group. */
export interface GroupRow {
  readonly accountId: string;
  readonly row: WireRow;
  /** 0 until it has been given a number. */
  readonly seq: number;
}

export interface LostValue {
  readonly accountId: string;
  readonly rowId: string;
  readonly receivedAt: string;
  readonly value: Folded['overwritten'][number]['value'];
}

export type FoldedInput = Pick<Folded, 'acknowledged' | 'refused' | 'changedIds' | 'carried' | 'seen'> & {
  readonly input: SyncInput;
  readonly lost: readonly LostValue[];
};

/** Names a row over all accounts. */
export function rowKey(accountId: string, rowId: string): string {
  return `${accountId} ${rowId}`;
}

/** Names a value in the history over all accounts. */
export function lostKey(accountId: string, rowId: string, field: string, stamp: string): string {
  return `${accountId} ${rowId} ${field} ${stamp}`;
}

/**
 * Merges the edits of each input, in order, into the rows that are stored; what one input wrote is what the next
 * one finds. `rows` is changed to what the rows are at the end.
 */
export function foldGroup(rows: Map<string, GroupRow>, inputs: readonly SyncInput[]): FoldedInput[] {
  return inputs.map((input) => {
    const { accountId, edits, receivedAt } = input;
    const folded = foldEdits(rowsOf(rows, accountId, edits), input);
    for (const [id, row] of folded.folded) {
      const key = rowKey(accountId, id);
      rows.set(key, { accountId, row, seq: rows.get(key)?.seq ?? 0 });
    }
    const { acknowledged, refused, changedIds, carried, seen } = folded;
    const lost = folded.overwritten.map((one) => ({ accountId, receivedAt, ...one }));
    return { input, acknowledged, refused, changedIds, carried, seen, lost };
  });
}

function rowsOf(rows: ReadonlyMap<string, GroupRow>, accountId: string, edits: readonly Edit[]) {
  const found = new Map<string, WireRow>();
  for (const { id } of edits) {
    const known = rows.get(rowKey(accountId, id));
    if (known !== undefined) found.set(id, known.row);
  }
  return found;
}

export interface Numbered {
  readonly isChanged: boolean;
  /** Sequence numbers of rows in which the sender has nothing left to see (docs/sync.md S-9). */
  readonly echoes: readonly number[];
}

/** What the history holds, before the group, of the rows that it touches. */
export interface KnownLost {
  /** By `lostKey`, of the rows in which something is lost unseen now. */
  readonly kept: Set<string>;
  /** By `rowKey`: those in which something is open. */
  readonly openRows: ReadonlySet<string>;
}

/**
 * Gives the rows that one input changed the account's next numbers, from `seq + 1` on. A row with a conflict that
 * the history does not hold yet gets one also where no value changed, so that every device hears of the value
 * that lost (S-13). `rows` and `known.kept` are changed.
 */
export function numberRows(
  rows: Map<string, GroupRow>,
  { kept, openRows }: KnownLost,
  { input, changedIds, lost }: FoldedInput,
  { cursor, seq }: { readonly cursor: number; readonly seq: number },
): Numbered & { readonly changedKeys: readonly string[] } {
  const { accountId } = input;
  const conflictIds = takeNewConflicts(kept, lost);
  const ids = [...new Set([...changedIds, ...conflictIds])];
  const echoes: number[] = [];
  const changedKeys = ids.map((id, index) => {
    const key = rowKey(accountId, id);
    const known = rows.get(key);
    if (known === undefined) throw new Error('A changed row is not there');
    const given = seq + index + 1;
    const isTold = conflictIds.has(id) || openRows.has(key);
    if (!isTold && known.seq <= cursor) echoes.push(given);
    rows.set(key, { ...known, seq: given });
    return key;
  });
  return { isChanged: ids.length > 0, echoes, changedKeys };
}

function takeNewConflicts(knownLost: Set<string>, lost: readonly LostValue[]): ReadonlySet<string> {
  const fresh = new Set<string>();
  for (const { accountId, rowId, value } of lost) {
    if (value.unseen && !knownLost.has(lostKey(accountId, rowId, value.field, value.stamp))) fresh.add(rowId);
  }
  for (const { accountId, rowId, value } of lost) {
    knownLost.add(lostKey(accountId, rowId, value.field, value.stamp));
  }
  return fresh;
}
