import type { Edit } from '../domain/row.ts';
import type { DeviceId, Stamp } from '../domain/stamp.ts';
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

export type SendOutcome =
  | { readonly kind: 'answered'; readonly response: SyncResponse }
  /** No answer came: no network, or no server there. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-out' }
  /** App and server speak different versions of the protocol. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'failed'; readonly retryAfterMs?: number };

export interface Transport {
  send(request: SyncRequest): Promise<SendOutcome>;
}

/** One holder at a time over all tabs and the worker. `run` starts when the lock is ours. */
export type Lock = <T>(run: () => Promise<T>) => Promise<T>;

/** Calls back once after `ms`; the answer cancels it. */
export type Timer = (run: () => void, ms: number) => () => void;
