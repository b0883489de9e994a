import type { Edit } from '../domain/row.ts';
import type { DeviceId, Stamp } from '../domain/stamp.ts';
import type { FileState } from '../protocol/files.ts';
import type { SyncRequest, SyncResponse } from '../protocol/sync.ts';

/** Where this device stands with its contact database. */
export interface SyncPosition {
  /** Whose people these are. */
  readonly account: string;
  readonly device: DeviceId;
  /** The last answer's; null before the first. */
  readonly head: string | null;
  readonly cursor: number;
}

export interface BatchLimits {
  readonly edits: number;
  readonly bytes: number;
  /** Only edits with a later stamp. */
  readonly after?: Stamp;
}

/** The device's own database, as the engine needs it. Each call is one transaction. */
export interface SyncStore {
  /** Undefined while this device is not connected to a contact database. */
  readPosition(): Promise<SyncPosition | undefined>;
  /** The oldest edits of the outbox, oldest first, within `limits`. What was refused is not in it. */
  readBatch(limits: BatchLimits): Promise<Edit[]>;
  /**
   * Takes one answer in: acknowledgements, refusals, rows and the new position, or none of them.
   * Nothing where the device is connected to another account by now than the one that was asked.
   * Answers what `readPosition` would, read in the same transaction.
   */
  settle(response: SyncResponse, isHistoryLost: boolean, account: string): Promise<SyncPosition | undefined>;
  /** Nothing where the device is connected to another account by now. */
  markSignedOut(account: string): Promise<void>;
}

/** Why there is no answer that could be used. */
export type Unanswered =
  /** No answer came: no network, or no server there. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-out' }
  /** App and server speak different versions of the protocol. */
  | { readonly kind: 'outdated' }
  /** `full`: the contact database has no room left; nothing of the request was kept. */
  | { readonly kind: 'failed' | 'full'; readonly retryAfterMs?: number };

export type SendOutcome = { readonly kind: 'answered'; readonly response: SyncResponse } | Unanswered;

export interface Transport {
  send(request: SyncRequest): Promise<SendOutcome>;
}

/** One account's file, as the contact database knows it. */
export interface FileName {
  readonly account: string;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly hash: string;
}

export interface DeviceFile extends FileName {
  /** The file row's. */
  readonly id: string;
  readonly bytes: number;
}

/** The bytes that this device has to send, as the engine needs them. Each call is one transaction. */
export interface FileStore {
  /** A file that the contact database has not confirmed; undefined for none, or while not connected. */
  nextUpload(): Promise<DeviceFile | undefined>;
  /** At most `length` bytes from `from` on; none behind the end. */
  readPart(id: string, from: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** The contact database has these bytes. Nothing where another account is connected by now. */
  markConfirmed(account: string, hash: string): Promise<void>;
  /** What is here is not what its hash names: a person has to look. */
  markRefused(id: string): Promise<void>;
  markSignedOut(account: string): Promise<void>;
}

/** The bytes that this device could also get from the contact database. Each call is one transaction. */
export interface FileCache {
  /** Undefined for an unknown file, or while not connected. `received`: bytes from the beginning that are here. */
  openDownload(id: string): Promise<(DeviceFile & { readonly received: number }) | undefined>;
  /** Keeps of it what is not here yet; nothing of a part that would leave a gap. */
  keepPart(id: string, from: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** True when the bytes are those that the hash names; otherwise none of them is kept. */
  endDownload(id: string): Promise<boolean>;
  /** Forgets what has arrived of it so far. */
  giveUp(id: string): Promise<void>;
  /** What the contact database has confirmed, the one not looked at for longest first. */
  listRemovable(which: 'all' | 'copies'): Promise<DeviceFile[]>;
  /** The contact database has it no longer. */
  markWaiting(id: string): Promise<void>;
  /** False, with nothing removed, for what is not confirmed any more. */
  remove(id: string): Promise<boolean>;
}

export type FileAnswer =
  | { readonly kind: 'state'; readonly state: FileState }
  /** All bytes arrived, and they were not those that the hash names. */
  | { readonly kind: 'damaged' }
  | Unanswered;

export type PartAnswer =
  | { readonly kind: 'part'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'missing' }
  | Unanswered;

export interface FilePart {
  readonly from: number;
  /** Bytes of the whole file. */
  readonly of: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface FileTransport {
  readState(file: FileName): Promise<Exclude<FileAnswer, { kind: 'damaged' }>>;
  putPart(file: FileName, part: FilePart): Promise<FileAnswer>;
  getPart(file: FileName, from: number): Promise<PartAnswer>;
}

/** One holder at a time over all tabs and the worker. `run` starts when the lock is ours. */
export type Lock = <T>(run: () => Promise<T>) => Promise<T>;

/** Calls back once after `ms`; the answer cancels it. */
export type Timer = (run: () => void, ms: number) => () => void;
