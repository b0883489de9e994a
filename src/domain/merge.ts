import { canonicalJson, type Json } from './json.ts';
import { type EarlierValue, type Edit, type FieldKey, memberOf, type Row } from './row.ts';
import { type Stamp, stampToDevice } from './stamp.ts';

/** A value that lost to another, and whether the winner's author had not seen it. */
export interface Overwritten extends EarlierValue {
  readonly unseen: boolean;
}

export interface Merged {
  readonly row: Row;
  /** False when the edit brought nothing that the row did not have. */
  readonly changed: boolean;
  readonly overwritten: readonly Overwritten[];
}

/** Both rows' fields, the later stamp winning each. Commutative, associative, idempotent (sync.md S-10). */
export function mergeRows(a: Row, b: Row): Row {
  const values = new Map(Object.entries(a.values));
  const stamps = new Map(Object.entries(a.stamps));
  for (const [field, stamp] of Object.entries(b.stamps)) {
    const value = memberOf(b.values, field) ?? null;
    const mine = stamps.get(field);
    if (mine === undefined || wins({ stamp, value }, { stamp: mine, value: values.get(field) ?? null })) {
      values.set(field, value);
      stamps.set(field, stamp);
    }
  }
  return { table: a.table, id: a.id, values: Object.fromEntries(values), stamps: Object.fromEntries(stamps) };
}

/** The row after one edit, and what the edit overwrote or lost against (S-10, S-13). */
export function applyEdit(row: Row | undefined, edit: Edit): Merged {
  if (row === undefined) return { row: editToRow(edit), changed: true, overwritten: [] };
  const overwritten: Overwritten[] = [];
  let changed = false;
  for (const [field, value] of Object.entries(edit.values)) {
    const stamp = memberOf(row.stamps, field);
    const incoming = { stamp: edit.stamp, value };
    const present = { stamp: stamp ?? '', value: memberOf(row.values, field) ?? null };
    const isNewer = wins(incoming, present);
    changed ||= isNewer;
    if (stamp === undefined || (!isNewer && !wins(present, incoming))) continue;
    // A device has seen its own values. A value resent to a restored database tells nothing of conflicts.
    const isForeign = !edit.isResent && stampToDevice(stamp) !== stampToDevice(edit.stamp);
    const isSeen = isNewer && memberOf(edit.replaces ?? {}, field) === stamp;
    const unseen = isForeign && !isSeen;
    overwritten.push(
      isNewer ? { field, ...present, by: edit.stamp, unseen } : { field, ...incoming, by: stamp, unseen },
    );
  }
  return { row: mergeRows(row, editToRow(edit)), changed, overwritten };
}

export function editToRow(edit: Edit): Row {
  const stamps = Object.fromEntries(Object.keys(edit.values).map((field) => [field, edit.stamp]));
  return { table: edit.table, id: edit.id, values: edit.values, stamps };
}

/** The edits that would make this row again from nothing: one for each stamp in it. */
export function rowToEdits(row: Row): Edit[] {
  const cellsByStamp = new Map<Stamp, [FieldKey, Json][]>();
  for (const [field, stamp] of Object.entries(row.stamps)) {
    const cells = cellsByStamp.get(stamp) ?? [];
    cells.push([field, memberOf(row.values, field) ?? null]);
    cellsByStamp.set(stamp, cells);
  }
  return [...cellsByStamp].map(([stamp, cells]) => ({
    table: row.table,
    id: row.id,
    stamp,
    values: Object.fromEntries(cells),
    isResent: true,
  }));
}

/** Equal stamps carry equal values; where a fault broke that, the text order decides, alike everywhere. */
function wins(a: { stamp: Stamp; value: Json }, b: { stamp: Stamp; value: Json }): boolean {
  if (a.stamp !== b.stamp) return a.stamp > b.stamp;
  return canonicalJson(a.value) > canonicalJson(b.value);
}
