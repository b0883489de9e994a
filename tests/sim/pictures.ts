import { fetchFile } from '../../src/sync/fetch-file.ts';
import { makeRoom } from '../../src/sync/make-room.ts';
import { acceptError, openActions, openFileCache } from './device.ts';
import { hashOf } from './memory-files.ts';
import { plantInRoom } from './planted-faults.ts';
import type { Random } from './random.ts';
import type { Device, Tab, World } from './world.ts';

interface PictureTurn {
  readonly world: World;
  readonly tab: Tab;
  readonly store: ReturnType<typeof openActions>;
  /** Whom it is of; empty for nobody. */
  readonly about: string;
}

/** In several uneven pieces; now and then of the very bytes of another one. */
export async function takePicture({ world, store, about }: PictureTurn): Promise<unknown> {
  const { random, ledger } = world;
  const known = random.chance(0.15) ? random.pick([...ledger.files.bytesByHash.values()]) : undefined;
  const bytes = known ?? new Uint8Array(random.bytes(random.between(1, 24)));
  const pieces = cut(random, bytes);
  const hash = hashOf(bytes);
  world.tell(() => `a picture of ${bytes.length} bytes in ${pieces.length} pieces, ${hash.slice(0, 4)}`);
  return about === '' ? false : store.addFile(about, { kind: 'picture', type: 'image/jpeg', hash, pieces });
}

export async function lookAtPicture({ world, tab, store }: PictureTurn): Promise<unknown> {
  const id = pickPicture(world, tab);
  const { cache, transport } = openFileCache(world, tab);
  const outcome = await fetchFile(cache, transport, id);
  world.tell(() => `${tab.name} looks at the picture ${id.slice(-4)}: ${outcome.kind}`);
  // Its bytes are looked at when they are committed.
  return store.readFile(id);
}

export async function makeAllRoom({ world, tab }: PictureTurn): Promise<unknown> {
  const { cache, transport } = openFileCache(world, tab);
  const asked = plantInRoom(world.fault, transport);
  const room = await makeRoom(cache, asked, Number.POSITIVE_INFINITY, 'all');
  world.tell(() => `${tab.name} has made room: ${JSON.stringify(room)}`);
  return room.lost > 0 ? tab.engine.request() : undefined;
}

/** Storage is short at the worst moment: the server has just lost something. */
export function runShort(world: World, device: Device): void {
  const tab = world.random.chance(0.8) ? device.tabs.find(({ isWorker }) => !isWorker) : undefined;
  if (tab === undefined || device.disk.records('content').size === 0) return;
  const turn = { world, tab, store: openActions(world, tab), about: '' };
  void makeAllRoom(turn).catch((error: unknown) => acceptError(world, error));
}

export async function deletePicture({ world, tab, store }: PictureTurn): Promise<unknown> {
  return store.deleteFile(pickPicture(world, tab));
}

export async function bringBackPicture({ world, tab, store }: PictureTurn): Promise<unknown> {
  return store.undeleteFile(pickPicture(world, tab));
}

/** One of few; empty where this device knows none. */
function pickPicture({ random }: World, { device }: Tab): string {
  const ids = [...device.disk.records('file').keys()].sort();
  return random.pick(random.chance(0.5) ? ids.slice(0, 2) : ids) ?? '';
}

function cut(random: Random, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < bytes.length; ) {
    const length = random.between(1, bytes.length);
    pieces.push(bytes.slice(from, from + length));
    from += length;
  }
  return pieces;
}
