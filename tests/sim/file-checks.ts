import type { StoredContent } from '../../src/store/database.ts';
import { checkBytes } from './file-ledger.ts';
import type { Device, World } from './world.ts';

/** After everything has come to rest: every picture is whole wherever it is, and on the server. */
export function checkFiles(world: World): void {
  for (const device of world.devices) checkContents(world, device);
  const held = new Set(world.devices.flatMap(listHeld));
  const hash = findMissingFile(world, world.ledger.files.bytesByHash.keys(), held);
  if (hash !== undefined) world.fail(`S-23 S-24 S-27 the server has not got the picture ${hash}`);
}

/** A picture of this device that the server has not, though the corner says "in database" (S-16). */
export function findUnsafeFile(world: World, device: Device): string | undefined {
  const held = new Set(listHeld(device));
  const taken = world.ledger.files.takenByDevice.get(device.name) ?? [];
  return findMissingFile(world, new Set([...taken, ...held]), held);
}

/** Gone for good is only what was rightly removed from all of `held` before the server lost it. */
function findMissingFile(
  { server, ledger }: World,
  hashes: Iterable<string>,
  held: ReadonlySet<string>,
): string | undefined {
  const present = server.listFiles();
  const { removed, lost } = ledger.files;
  for (const hash of hashes) {
    const isLost = !held.has(hash) && removed.has(hash) && lost.has(hash);
    if (!present.has(hash) && !isLost) return hash;
  }
  return undefined;
}

const contentsOf = ({ disk }: Device) => [...disk.records('content').values()] as StoredContent[];

/** The hashes of all that is whole on this device. */
function listHeld(device: Device): string[] {
  return contentsOf(device).flatMap(({ state, hash }) => (state === 'arriving' ? [] : [hash]));
}

function checkContents(world: World, device: Device): void {
  const contents = contentsOf(device);
  for (const content of contents) if (content.state !== 'arriving') checkBytes(world, device, content);
  const ids = new Set(contents.map(({ id }) => id));
  for (const key of device.disk.records('piece').keys())
    if (!ids.has(key.slice(0, key.indexOf('/')))) world.fail(`S-26 ${device.name} keeps ${key} of no file`);
}
