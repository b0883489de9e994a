import { canonicalJson, type Json } from '../../src/domain/json.ts';
import { memberOf } from '../../src/domain/row.ts';
import { tableNames } from '../../src/domain/table-words.ts';
import type { StoredEarlier } from '../../src/store/database.ts';
import { type StoredRow, storedToRow } from '../../src/store/stored-row.ts';
import { cellName } from './simulated-server.ts';
import type { Device, World } from './world.ts';

/** Each device knows all that lost unseen to a value that stands, and nothing that did not (S-13). */
export function checkConflicts(world: World, device: Device): void {
  const kept = world.server.listConflicts();
  const expected = new Set(kept.map(({ rowId, field, stamp, value }) => nameOf(rowId, field, stamp, value)));
  for (const entry of device.disk.records('earlier').values()) {
    const { row, field, stamp, value, by } = entry as StoredEarlier;
    if (findStamp(device, row, field) !== by) continue;
    const name = nameOf(row, field, stamp, value);
    const isKnown = expected.delete(name);
    // After a loss a device may be the last one that knows what lost, and goes on offering it.
    if (!isKnown && world.server.epoch === 0)
      world.fail(`S-13 ${device.name} says that ${name} lost, and the server does not`);
  }
  for (const name of expected) world.fail(`S-13 ${device.name} does not know that ${name} lost`);
}

function findStamp({ disk }: Device, id: string, field: string): string | undefined {
  for (const table of tableNames) {
    const stored = disk.records(table).get(id) as StoredRow | undefined;
    if (stored !== undefined) return memberOf(storedToRow(table, stored).stamps, field);
  }
  return undefined;
}

const nameOf = (rowId: string, field: string, stamp: string, value: Json) =>
  `${cellName(rowId, field, stamp)} = ${canonicalJson(value)}`;
