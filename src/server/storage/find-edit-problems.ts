import type { Edit } from '../../domain/row.ts';
import { type FieldProblem, findFieldProblems } from '../../domain/tables.ts';

/** What keeps an edit out of the database, in words; empty for a good one (docs/sync.md S-7). */
export function findEditProblems(edit: Edit): FieldProblem[] {
  if (Object.keys(edit.values).length === 0) return [{ field: 'values', detail: 'An edit needs a field.' }];
  return findFieldProblems(edit.table, edit.values);
}
