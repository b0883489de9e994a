import type { StoredContent, StoredPiece } from '../../src/store/database.ts';
import type { DiskChange, MemoryDisk } from './memory-disk.ts';
import { hashOf } from './memory-files.ts';
import type { Device, World } from './world.ts';

/** Every picture that was ever saved, and what became of its bytes. */
export interface FileLedger {
  readonly bytesByHash: Map<string, Uint8Array<ArrayBuffer>>;
  /** Hashes of what was taken on each device. */
  readonly takenByDevice: Map<string, Set<string>>;
  /** Hashes of what some device has removed, as it might. */
  readonly removed: Set<string>;
  /** Hashes that the server lost by a wipe or a restore, now or before. */
  readonly lost: Set<string>;
  /** When the server last said to a device that asked, before it made room, that it has a hash. */
  readonly vouchedAtMs: Map<string, number>;
}

/**
 * An answer that is at most a minute old, and what the device's database takes until it acts on it: for as
 * long the server may have lost what a device removes in good faith.
 */
const trustMs = 75_000;

export function createFileLedger(): FileLedger {
  return {
    bytesByHash: new Map(),
    takenByDevice: new Map(),
    removed: new Set(),
    lost: new Set(),
    vouchedAtMs: new Map(),
  };
}

/** Looks at what one transaction did to the bytes on a device. */
export function recordFiles(world: World, device: Device, changes: readonly DiskChange[]): void {
  for (const { table, key, before } of changes) {
    if (table !== 'content') continue;
    const was = before as StoredContent | undefined;
    const is = device.disk.records('content').get(key) as StoredContent | undefined;
    if (is !== undefined) recordContent(world, device, was, is);
    else if (was !== undefined) recordRemoval(world, device, was);
  }
}

/** The server says to a device that it has just read all bytes of a file. */
export function recordVouching({ ledger, scheduler }: World, device: Device, hash: string): void {
  ledger.files.vouchedAtMs.set(`${device.name} ${hash}`, scheduler.nowMs());
}

/** What the server had and has no longer. */
export function recordLostFiles(
  { ledger }: World,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): void {
  for (const hash of before) if (!after.has(hash)) ledger.files.lost.add(hash);
}

function recordContent(
  world: World,
  device: Device,
  was: StoredContent | undefined,
  is: StoredContent,
): void {
  const { bytesByHash, takenByDevice } = world.ledger.files;
  if (is.state === 'arriving') {
    if (was !== undefined && was.state !== 'arriving')
      world.fail(`S-26 ${device.name} thinks no more that it has ${is.hash}`);
    return;
  }
  // Not one of the simulation's pictures is damaged.
  if (is.state === 'refused') world.fail(`S-24 ${device.name} has ${is.hash} refused, which is right`);
  if (was !== undefined && was.state !== 'arriving') return;
  const bytes = checkBytes(world, device, is);
  if (was !== undefined) return;
  bytesByHash.set(is.hash, bytes);
  const taken = takenByDevice.get(device.name) ?? new Set();
  takenByDevice.set(device.name, taken.add(is.hash));
}

/** Only what is confirmed, and what the server had just now (S-26). */
function recordRemoval(
  { ledger, server, scheduler, fail }: World,
  device: Device,
  { hash, state }: StoredContent,
): void {
  if (state === 'arriving') return;
  if (state !== 'confirmed') fail(`S-26 ${device.name} removes ${hash}, which is ${state}`);
  const vouchedAtMs = ledger.files.vouchedAtMs.get(`${device.name} ${hash}`) ?? Number.NEGATIVE_INFINITY;
  if (!server.listFiles().has(hash) && scheduler.nowMs() - vouchedAtMs > trustMs)
    fail(`S-26 ${device.name} removes ${hash}, which the server has not got`);
  ledger.files.removed.add(hash);
}

/** What is here is what its hash names (S-25). */
export function checkBytes(
  world: World,
  { name, disk }: Device,
  { id, hash, state }: StoredContent,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(listPieces(disk, id).flatMap((piece) => [...piece.bytes]));
  if (hashOf(bytes) !== hash)
    world.fail(`S-25 ${name} has ${hash} as ${state}, and ${bytes.length} other bytes`);
  return bytes;
}

function listPieces(disk: MemoryDisk, id: string): StoredPiece[] {
  const pieces = [...disk.records('piece').values()] as StoredPiece[];
  return pieces.filter(({ key }) => key.startsWith(`${id}/`)).sort((a, b) => a.from - b.from);
}
