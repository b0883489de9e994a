import { textOf } from '../../domain/person.ts';
import type { StoreContext } from '../context.ts';
import { isStoredDeleted } from '../stored-row.ts';
import { writeEdit } from '../write-edit.ts';

const movedTables = ['note', 'touch', 'file'] as const;
type MovedTable = (typeof movedTables)[number];

/**
 * Notes, touches and files of `from` become `to`'s; what is deleted stays where it is, for an edit would bring it back
 * (sync.md S-12). `only`: of these. Resolves with their ids. Within `writeTogether`, over `recording` too.
 */
export async function moveRows(
  context: StoreContext,
  { from, to, only }: { readonly from: string; readonly to: string; readonly only?: ReadonlySet<string> },
): Promise<string[]> {
  const { db } = context;
  const moved: string[] = [];
  for (const table of movedTables) {
    const rows = await db.rows(table).where('values.person').equals(from).toArray();
    for (const row of rows) {
      // A recording that went on with a note since then goes with it.
      const isMeant = only === undefined || only.has(row.id) || only.has(textOf(row.values['note']));
      if (isStoredDeleted(row) || !isMeant) continue;
      await giveRow(context, { table, id: row.id, to });
      moved.push(row.id);
    }
  }
  // What is being said about them on this device is no row yet.
  if (only === undefined) await db.recording.where('person').equals(from).modify({ person: to });
  return moved;
}

/** Makes a row that is there somebody's, with the bytes of a file that are here. Within `writeTogether`. */
export async function giveRow(
  context: StoreContext,
  { table, id, to }: { readonly table: MovedTable; readonly id: string; readonly to: string },
): Promise<void> {
  await writeEdit(context, { table, id, values: { person: to }, subject: to });
  if (table === 'file') await context.db.content.update(id, { person: to });
}

/** Whether anything is left of somebody that `moveRows` would move. For live queries. */
export async function hasRows(
  { db }: Pick<StoreContext, 'db'>,
  personIds: readonly string[],
): Promise<boolean> {
  for (const table of movedTables) {
    const rows = await db.rows(table).where('values.person').anyOf(personIds).toArray();
    if (rows.some((row) => !isStoredDeleted(row) && textOf(row.values['person']) !== '')) return true;
  }
  return (await db.recording.where('person').anyOf(personIds).count()) > 0;
}
