import { createHash } from 'node:crypto';
import type { FileState } from '../../src/protocol/files.ts';
import type { FileName, FilePart, FileStorage, PutOutcome } from '../../src/server/files/file-storage.ts';

interface KeptFile {
  readonly bytes: Uint8Array;
  readonly isComplete: boolean;
}

/** All bytes of all accounts, as a backup has them. */
export type FilesSnapshot = ReadonlyMap<string, KeptFile>;

export interface MemoryFiles extends FileStorage {
  snapshot(): FilesSnapshot;
  restore(snapshot: FilesSnapshot): void;
  /** The hashes of an account's complete files. */
  listComplete(accountId: string): string[];
}

const nothing: FileState = { received: 0, isComplete: false };

/** The server's files in memory, with the answers of the folder; kept bytes are never changed in place. */
export function createMemoryFiles(snapshot: FilesSnapshot = new Map()): MemoryFiles {
  let files = new Map(snapshot);
  const readState = (name: FileName): FileState => {
    const kept = files.get(keyOf(name));
    if (kept === undefined) return nothing;
    if (!kept.isComplete || hashOf(kept.bytes) === name.hash) return stateOf(kept);
    files.delete(keyOf(name));
    return nothing;
  };
  return {
    readState: async (name) => readState(name),
    async put(part): Promise<PutOutcome> {
      const known = files.get(keyOf(part));
      if (known?.isComplete) return { kind: 'taken', state: readState(part) };
      const bytes = append(known?.bytes ?? new Uint8Array(), part);
      const isComplete = bytes.length >= part.of;
      if (isComplete && hashOf(bytes) !== part.hash) {
        files.delete(keyOf(part));
        return { kind: 'damaged' };
      }
      files.set(keyOf(part), { bytes, isComplete });
      return { kind: 'taken', state: stateOf({ bytes, isComplete }) };
    },
    async read(name, from, length) {
      const kept = files.get(keyOf(name));
      return kept?.isComplete ? kept.bytes.slice(from, from + length) : undefined;
    },
    async removeAll(accountId) {
      for (const key of files.keys()) if (key.startsWith(`${accountId}/`)) files.delete(key);
    },
    snapshot: () => new Map(files),
    restore(before) {
      files = new Map(before);
    },
    listComplete: (accountId) =>
      [...files]
        .filter(([key, { isComplete }]) => isComplete && key.startsWith(`${accountId}/`))
        .map(([key]) => key.slice(accountId.length + 1)),
  };
}

export function hashOf(...pieces: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

const keyOf = ({ accountId, hash }: FileName) => `${accountId}/${hash}`;
const stateOf = ({ bytes, isComplete }: KeptFile): FileState => ({ received: bytes.length, isComplete });

/** What follows on what is here; nothing behind a gap. */
function append(present: Uint8Array, { from, bytes }: FilePart): Uint8Array {
  if (from > present.length) return present;
  const fresh = bytes.subarray(present.length - from);
  return Uint8Array.of(...present, ...fresh);
}
