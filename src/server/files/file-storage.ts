import type { FileState } from '../../protocol/files.ts';

/** Names the bytes of one account's file. */
export interface FileName {
  readonly accountId: string;
  /** SHA-256, 64 hexadecimal digits. */
  readonly hash: string;
}

export interface FilePart extends FileName {
  /** Where the part begins, in bytes. */
  readonly from: number;
  /** How many bytes the whole file has. */
  readonly of: number;
  readonly bytes: Uint8Array;
}

export type PutOutcome =
  | { readonly kind: 'taken'; readonly state: FileState }
  /** All came, and they are not what the hash names: none of it is kept. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'full' };

/** Where files lie does not answer, or lets nobody in: nothing was lost, and it can be asked again. */
export class FilesAwayError extends Error {
  /** The HTTP status it refused with; undefined where nobody answered. */
  readonly status: number | undefined;
  constructor(message: string, status?: number, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** Where the bytes of recordings and pictures lie. Every driver passes `tests/contract/file-storage.ts`. */
export interface FileStorage {
  /** Reads a complete file again: one that has rotted on the disk is set aside and counts as not here. */
  readState(name: FileName): Promise<FileState>;
  /** Takes what follows on what is here; a part that was here, or that leaves a gap, changes nothing (docs/sync.md S-24). */
  put(part: FilePart): Promise<PutOutcome>;
  /** At most `length` bytes of a complete file; undefined where there is none. */
  read(name: FileName, from: number, length: number): Promise<Uint8Array | undefined>;
  /** Removes all files of an account, also those that are arriving. */
  removeAll(accountId: string): Promise<void>;
}
