import { textOf } from '../../domain/person.ts';
import type { StoredRow } from '../stored-row.ts';

/**
 * Of two who are one: who was met first, and rather somebody met than somebody out of a file. By what never changes in
 * a row, so that two devices never put each into the other.
 */
export function putInOrder(
  one: StoredRow,
  other: StoredRow,
): { readonly stays: StoredRow; readonly goes: StoredRow } {
  return rankOf(one) <= rankOf(other) ? { stays: one, goes: other } : { stays: other, goes: one };
}

function rankOf({ id, values }: StoredRow): string {
  return `${values['isImported'] === true ? 1 : 0} ${textOf(values['metAt'])} ${id}`;
}
