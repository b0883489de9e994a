import type { FileCache, FileTransport } from './ports.ts';

export interface Room {
  readonly freedBytes: number;
  /** Files that the contact database had lost: they wait to be sent again. */
  readonly lost: number;
  /** False when the contact database could not be asked about all of them. */
  readonly isAsked: boolean;
}

/**
 * Removes bytes from this device until `wantedBytes` are free: those not looked at for longest first, and each
 * only after the contact database has read its own copy again (sync.md S-26).
 */
export async function makeRoom(
  cache: FileCache,
  transport: FileTransport,
  wantedBytes: number,
  which: 'all' | 'copies',
): Promise<Room> {
  let freedBytes = 0;
  let lost = 0;
  for (const file of await cache.listRemovable(which)) {
    if (freedBytes >= wantedBytes) break;
    const answer = await transport.readState(file);
    if (answer.kind !== 'state') return { freedBytes, lost, isAsked: false };
    if (!answer.state.isComplete) {
      await cache.markWaiting(file.id);
      lost += 1;
    } else if (await cache.remove(file.id)) freedBytes += file.bytes;
  }
  return { freedBytes, lost, isAsked: true };
}
