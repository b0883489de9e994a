import { canonicalJson, type Json } from '../../src/domain/json.ts';
import type { Edit, TableName } from '../../src/domain/row.ts';
import { stampToDevice } from '../../src/domain/stamp.ts';
import { tableNames } from '../../src/domain/table-words.ts';
import { findFieldProblems } from '../../src/domain/tables.ts';
import { type StoredRow, storedToRow } from '../../src/store/stored-row.ts';
import { createFileLedger, type FileLedger, recordFiles } from './file-ledger.ts';
import type { DiskChange, MemoryDisk } from './memory-disk.ts';
import { cellName } from './simulated-server.ts';
import type { Device, World } from './world.ts';

/** A value that somebody saved: its transaction is complete. */
export interface SavedValue {
  readonly rowId: string;
  readonly field: string;
  readonly stamp: string;
  readonly value: Json;
  readonly device: string;
  /** No database takes it. */
  readonly isBad: boolean;
}

/** Everything that was ever saved, and what nobody can be expected to have any more. */
export interface Ledger {
  readonly valuesByName: Map<string, SavedValue>;
  readonly valuesByDevice: Map<string, SavedValue[]>;
  readonly rowByStamp: Map<string, string>;
  /**
   * Values, by name, that a wipe or a restore took from the server, and which devices held each when
   * they first heard of that: those have to bring it back. Before, it may be overwritten in good faith.
   */
  readonly lost: Map<string, Loss>;
  /** Names of values of a refused edit that were changed before any database took them (S-7). */
  readonly superseded: Set<string>;
  readonly files: FileLedger;
}

export function createLedger(): Ledger {
  return {
    valuesByName: new Map(),
    valuesByDevice: new Map(),
    rowByStamp: new Map(),
    lost: new Map(),
    superseded: new Set(),
    files: createFileLedger(),
  };
}

interface Loss {
  /** The server's life that began with it. */
  readonly epoch: number;
  readonly holders: Set<string>;
}

interface Entry {
  readonly edit: Edit;
}

/** `heardOf`: the server's life that this very transaction learned of. */
export function recordCommit(
  world: World,
  device: Device,
  changes: readonly DiskChange[],
  heardOf: number | undefined,
): void {
  device.isToLookAt = true;
  recordEdits(world, device, changes);
  checkRows(world, device, changes);
  recordFiles(world, device, changes);
  // An old answer that comes late takes nothing back of what was heard since.
  if (heardOf === undefined || heardOf <= device.answeredEpoch) return;
  device.answeredEpoch = heardOf;
  for (const name of cellsBefore(device.disk, changes)) {
    const loss = world.ledger.lost.get(name);
    // An answer from before the loss says nothing of it.
    if (loss !== undefined && loss.epoch <= heardOf) loss.holders.add(device.name);
  }
}

/** What the server had and has no longer is lost, until a device that holds it hears of it. */
export function recordLoss(
  { ledger, server }: World,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): void {
  for (const name of before)
    if (!after.has(name)) ledger.lost.set(name, { epoch: server.epoch, holders: new Set() });
}

function recordEdits(world: World, device: Device, changes: readonly DiskChange[]): void {
  const { ledger } = world;
  const ownId = readDeviceId(device.disk);
  const edits = changes.flatMap(({ table, key }) => {
    const entry = table === 'outbox' ? device.disk.records(table).get(key) : undefined;
    return entry === undefined ? [] : [(entry as Entry).edit];
  });
  const made = edits.filter(({ stamp }) => stampToDevice(stamp) === ownId && !ledger.rowByStamp.has(stamp));
  for (const edit of made.sort((a, b) => (a.stamp < b.stamp ? -1 : 1))) {
    if (edit.stamp <= device.latestStamp)
      world.fail(`S-1 ${edit.stamp} is not later than ${device.latestStamp}, which ${device.name} has seen`);
    device.latestStamp = edit.stamp;
    ledger.rowByStamp.set(edit.stamp, edit.id);
    recordValues(ledger, device, edit);
    for (const { table, before } of changes)
      if (table === 'parked' && before !== undefined) recordSuperseded(ledger, before as Entry, edit);
  }
}

function recordSuperseded({ superseded }: Ledger, { edit: parked }: Entry, edit: Edit): void {
  if (parked.id !== edit.id || parked.stamp === edit.stamp) return;
  for (const field of Object.keys(edit.values))
    if (Object.hasOwn(parked.values, field)) superseded.add(cellName(parked.id, field, parked.stamp));
}

function recordValues(ledger: Ledger, { name: device }: Device, { table, id, stamp, values }: Edit): void {
  const mine = ledger.valuesByDevice.get(device) ?? [];
  ledger.valuesByDevice.set(device, mine);
  for (const [field, value] of Object.entries(values)) {
    const isBad = findFieldProblems(table, { [field]: value }).length > 0;
    const saved = { rowId: id, field, stamp, value, device, isBad };
    ledger.valuesByName.set(cellName(id, field, stamp), saved);
    mine.push(saved);
  }
}

/** A row never holds what was not left in the outbox with it, and nothing but what somebody saved. */
function checkRows(world: World, device: Device, changes: readonly DiskChange[]): void {
  for (const { table, key } of changes) {
    if (!isTableName(table)) continue;
    const stored = device.disk.records(table).get(key) as StoredRow | undefined;
    if (stored === undefined) {
      world.fail(`S-2 ${device.name} has lost the row ${key}`);
      continue;
    }
    const row = storedToRow(table, stored);
    for (const [field, stamp] of Object.entries(row.stamps)) {
      const saved = world.ledger.valuesByName.get(cellName(row.id, field, stamp));
      if (saved === undefined || !isSame(saved.value, row.values[field]))
        world.fail(`S-2 ${device.name} has ${field} of ${row.id} as nobody saved it, under ${stamp}`);
      if (stamp > device.latestStamp) device.latestStamp = stamp;
    }
  }
}

export function isSame(a: Json, b: Json | undefined): boolean {
  return b !== undefined && canonicalJson(a) === canonicalJson(b);
}

/** Every value that the device held, in a row or on its way, before these changes. */
function cellsBefore(disk: MemoryDisk, changes: readonly DiskChange[]): Set<string> {
  const cells = new Set<string>();
  const before = new Map(changes.map((change) => [`${change.table} ${change.key}`, change.before]));
  const addRow = (table: TableName) => (stored: StoredRow) => {
    const { id, stamps } = storedToRow(table, stored);
    for (const [field, stamp] of Object.entries(stamps)) cells.add(cellName(id, field, stamp));
  };
  const addEntry = ({ edit }: Entry) => {
    for (const field of Object.keys(edit.values)) cells.add(cellName(edit.id, field, edit.stamp));
  };
  for (const table of [...tableNames, 'outbox', 'parked'] as const) {
    const add = (isTableName(table) ? addRow(table) : addEntry) as (record: unknown) => void;
    for (const [key, record] of disk.records(table)) if (!before.has(`${table} ${key}`)) add(record);
    for (const change of changes)
      if (change.table === table && change.before !== undefined) add(change.before);
  }
  return cells;
}

function isTableName(name: string): name is TableName {
  return tableNames.some((table) => table === name);
}

function readDeviceId(disk: MemoryDisk): string | undefined {
  const entry = disk.records('meta').get('device') as { value: { id: string } } | undefined;
  return entry?.value.id;
}
