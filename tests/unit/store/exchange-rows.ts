import { tableNames } from '../../../src/domain/table-words.ts';
import { rowToWire, type WireRow } from '../../../src/protocol/wire-row.ts';
import { mergeIntoTables, observeRows } from '../../../src/store/merge-rows-in.ts';
import { readMeta } from '../../../src/store/meta.ts';
import { storedToRow } from '../../../src/store/stored-row.ts';
import type { OpenStore } from './open-store.ts';

/** All rows of each device go to all others, as a contact database would bring them; in both ways at once. */
export async function exchangeRows(...devices: readonly OpenStore[]): Promise<void> {
  const sent = await Promise.all(devices.map(listRows));
  for (const [place, device] of devices.entries()) {
    const arrived = sent.flatMap((rows, from) => (from === place ? [] : rows));
    await device.db.transaction('rw', device.db.rowTables(), async () => {
      await mergeIntoTables(device.db, arrived);
      await observeRows(device.db, arrived, await readMeta(device.db, 'clock'));
    });
  }
}

async function listRows({ db }: OpenStore): Promise<WireRow[]> {
  const tables = await Promise.all(
    tableNames.map(async (table) =>
      (await db.rows(table).toArray()).map((row) => rowToWire(storedToRow(table, row))),
    ),
  );
  return tables.flat();
}

/** What a device knows of people and what is theirs, to see that two know the same. */
export async function readRows({ db }: OpenStore): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(
    tableNames.map(async (table) => {
      const rows = (await db.rows(table).toArray()).map((row) => storedToRow(table, row));
      return [table, rows.sort((a, b) => (a.id < b.id ? -1 : 1))] as const;
    }),
  );
  return Object.fromEntries(tables);
}
