import { tableNames } from '../../../src/domain/tables.ts';
import { rowToWire } from '../../../src/protocol/wire-row.ts';
import { mergeIntoTables } from '../../../src/store/merge-rows-in.ts';
import { storedToRow } from '../../../src/store/stored-row.ts';
import type { OpenStore } from './open-store.ts';

/** As if all that one device knows had come to another by the contact database. */
export async function shareRows(from: OpenStore, to: OpenStore): Promise<void> {
  const rows = await Promise.all(
    tableNames.map(async (table) =>
      (await from.db.rows(table).toArray()).map((stored) => rowToWire(storedToRow(table, stored))),
    ),
  );
  const { db } = to;
  await db.transaction('rw', db.rowTables(), () => mergeIntoTables(db, rows.flat()));
}
