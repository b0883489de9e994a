import { applyEdit, type Overwritten } from '../../domain/merge.ts';
import type { Edit } from '../../domain/row.ts';
import type { Stamp } from '../../domain/stamp.ts';
import type { Refused } from '../../protocol/sync.ts';
import { editToWire, rowToWire, type WireRow, wireToRow } from '../../protocol/wire-row.ts';
import { findEditProblems } from './find-edit-problems.ts';
import { type Carried, listCarried, listSeen, type Seen } from './open-values.ts';
import type { SyncInput } from './storage.ts';

export interface Folded {
  readonly acknowledged: readonly Stamp[];
  readonly refused: readonly Refused[];
  /** Every row that was given or touched, as it is now. */
  readonly folded: ReadonlyMap<string, WireRow>;
  /** Of the rows that are other than before. */
  readonly changedIds: ReadonlySet<string>;
  readonly overwritten: readonly { readonly rowId: string; readonly value: Overwritten }[];
  readonly carried: readonly Carried[];
  readonly seen: readonly Seen[];
}

/**
 * Merges edits into the rows that they touch. An edit that brings nothing new is acknowledged and
 * changes no row, so that sending it again costs nothing (docs/sync.md S-7, S-8, S-10, S-13). Rows stay in their
 * wire form but while they merge: most are new, and need no stamp for each field.
 */
export function foldEdits(
  rowsById: ReadonlyMap<string, WireRow>,
  { edits, isWanted = always }: Pick<SyncInput, 'edits' | 'isWanted'>,
): Folded {
  const folded = new Map(rowsById);
  const changedIds = new Set<string>();
  const acknowledged: Stamp[] = [];
  const refused: Refused[] = [];
  /** Into rows that were there. */
  const merges: { readonly edit: Edit; readonly overwritten: readonly Overwritten[] }[] = [];
  for (const edit of edits) {
    const row = folded.get(edit.id);
    if (!isWanted(row)) continue;
    const problems = row === undefined || row.table === edit.table ? findEditProblems(edit) : [takenBy(row)];
    if (problems.length > 0) {
      refused.push({ stamp: edit.stamp, problems });
      continue;
    }
    const merged = mergeEdit(row, edit);
    folded.set(edit.id, merged.row);
    if (merged.changed) changedIds.add(edit.id);
    if (row !== undefined) merges.push({ edit, overwritten: merged.overwritten });
    acknowledged.push(edit.stamp);
  }
  return {
    acknowledged,
    refused,
    folded,
    changedIds,
    overwritten: merges.flatMap(({ edit, overwritten }) =>
      overwritten.map((value) => ({ rowId: edit.id, value })),
    ),
    carried: merges.flatMap(({ edit, overwritten }) => listCarried(edit, overwritten)),
    seen: merges.flatMap(({ edit }) => listSeen(edit)),
  };
}

const always = () => true;

function mergeEdit(row: WireRow | undefined, edit: Edit) {
  if (row === undefined) return { row: editToWire(edit), changed: true, overwritten: [] };
  const merged = applyEdit(wireToRow(row), edit);
  return { ...merged, row: merged.changed ? rowToWire(merged.row) : row };
}

function takenBy(row: WireRow) {
  return { field: 'id', detail: `A ${row.table} has this id already.` };
}
