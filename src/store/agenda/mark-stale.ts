import { textOf } from '../../domain/person.ts';
import type { TableName } from '../../domain/row.ts';
import type { JustmetDatabase } from '../database.ts';
import type { StoredRow } from '../stored-row.ts';
import { everybody } from './everybody.ts';

/** A first pull brings thousands: from here on one mark stands for everybody. */
const marksAtMost = 50;

/** Marks whose agenda these rows may change. Within a transaction over `stale`. */
export async function markStale(
  db: JustmetDatabase,
  table: TableName,
  rows: readonly Pick<StoredRow, 'id' | 'values'>[],
): Promise<void> {
  const ids = new Set<string>();
  for (const { id, values } of rows) {
    if (table === 'person') ids.add(id);
    else if (table === 'touch') ids.add(textOf(values['person']));
    else if (table === 'preference') ids.add(everybody);
  }
  const marks = ids.size > marksAtMost ? [everybody] : [...ids];
  if (marks.length > 0) await db.stale.bulkPut(marks.map((id) => ({ id })));
}
