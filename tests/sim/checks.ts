import { canonicalJson } from '../../src/domain/json.ts';
import { tableNames } from '../../src/domain/table-words.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { type StoredRow, storedToRow } from '../../src/store/stored-row.ts';
import { computeStatus } from '../../src/sync/status.ts';
import { checkConflicts } from './check-conflicts.ts';
import { checkFiles, findUnsafeFile } from './file-checks.ts';
import { isSame, type SavedValue } from './ledger.ts';
import { openMemoryDatabase } from './memory-database.ts';
import { MemoryDisk } from './memory-disk.ts';
import { cellName } from './simulated-server.ts';
import type { Device, World } from './world.ts';

/** A device's own queries, at once and beside its transactions. */
export function openLook({ disk }: Device): Store {
  const db = openMemoryDatabase(new MemoryDisk(disk.tables), { owner: {}, step: () => Promise.resolve() });
  return createStore({
    db,
    nowMs: () => 0,
    randomBytes: (length) => new Uint8Array(length),
    onSaved: () => {},
  });
}

/** What the corner says is never better than the truth (S-16). */
export async function checkStatus(world: World, device: Device, look: Store): Promise<void> {
  device.isToLookAt = false;
  const facts = await look.readSyncFacts();
  const status = computeStatus({ ...facts, isOnline: device.isOnline, isOutdated: false, isFull: false });
  // A device cannot know what became of the server since it last heard of it.
  if (status.kind !== 'in-database' || device.answeredEpoch !== world.server.epoch) return;
  const saved = world.ledger.valuesByDevice.get(device.name) ?? [];
  const missing = findMissing(world, saved, (holders) => holders.has(device.name));
  if (missing !== undefined)
    world.fail(`S-16 ${device.name} says "in database", but nowhere is ${describe(missing)}`);
  const picture = findUnsafeFile(world, device);
  if (picture !== undefined)
    world.fail(`S-16 ${device.name} says "in database", but the picture ${picture} is not there`);
}

/** After everything has come to rest: all have the same, and nothing is missing. */
export function checkEnd(world: World): void {
  const rows = world.server.listRows();
  const truth = new Map(
    rows.map(({ table, id, values, stamps }) => [`${table} ${id}`, textOf(values, stamps)]),
  );
  for (const device of world.devices) checkSameRows(world, device, truth);
  const missing = findMissing(world, world.ledger.valuesByName.values(), ({ size }) => size > 0);
  checkFiles(world);
  for (const device of world.devices) checkConflicts(world, device);
  if (missing !== undefined) world.fail(`S-6 S-13 nowhere is ${describe(missing)}`);
  const saved = new Set([...world.ledger.valuesByName.values()].map(({ rowId }) => rowId));
  for (const { id } of rows) if (!saved.has(id)) world.fail(`S-8 nobody saved the row ${id}`);
}

function checkSameRows(world: World, device: Device, truth: ReadonlyMap<string, string>): void {
  const seen = new Set<string>();
  for (const table of tableNames) {
    for (const [id, record] of device.disk.records(table)) {
      const { values, stamps } = storedToRow(table, record as StoredRow);
      seen.add(`${table} ${id}`);
      const expected = truth.get(`${table} ${id}`);
      if (textOf(values, stamps) === expected) continue;
      world.fail(
        `S-10 S-14 ${device.name} has ${textOf(values, stamps)}, and the server ${expected} in ${table} ${id}`,
      );
    }
  }
  for (const name of truth.keys())
    if (!seen.has(name)) world.fail(`S-4 S-9 ${device.name} has not got ${name}`);
}

/**
 * A value that is neither in its row nor in the history, though it ought to be. `isToBeBack`: whether
 * one that the server lost has to be there again, by who still held it.
 */
function findMissing(
  { server, ledger }: World,
  saved: Iterable<SavedValue>,
  isToBeBack: (holders: ReadonlySet<string>) => boolean,
): SavedValue | undefined {
  for (const value of saved) {
    const { rowId, field, stamp, isBad } = value;
    if (isBad || isSame(value.value, server.findValue(rowId, field, stamp))) continue;
    const name = cellName(rowId, field, stamp);
    const holders = ledger.lost.get(name)?.holders;
    const isExcused = holders !== undefined && !isToBeBack(holders);
    if (!isExcused && !ledger.superseded.has(name)) return value;
  }
  return undefined;
}

function describe({ device, rowId, field, stamp, value }: SavedValue): string {
  return `${field} = ${JSON.stringify(value)} of ${rowId}, which ${device} saved under ${stamp}`;
}

const textOf = (values: object, stamps: object) =>
  canonicalJson({ values: { ...values }, stamps: { ...stamps } });
