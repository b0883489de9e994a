import type { Edit } from '../../domain/row.ts';
import type { Stamp } from '../../domain/stamp.ts';
import type { Change } from '../../protocol/events.ts';
import type { Refused } from '../../protocol/sync.ts';
import type { WireRow } from '../../protocol/wire-row.ts';

/** What one device sends in one request, after parsing. */
export interface SyncInput {
  readonly accountId: string;
  /** Who sends. */
  readonly device: string;
  /** The last answer's; null before the first. */
  readonly head: string | null;
  readonly cursor: number;
  readonly edits: readonly Edit[];
  /**
   * Of an edit that the contact database makes by itself: asked within the transaction. Where it says no to the row as
   * it is there, undefined for none, the edit is left out: neither acknowledged nor refused.
   */
  readonly isWanted?: (row: WireRow | undefined) => boolean;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
}

export interface SyncAnswer {
  /** Names the state of the account after this request. */
  readonly head: string;
  /** False when `head` of the input is of no state that this account went through; all is pulled then. */
  readonly isHeadKnown: boolean;
  readonly acknowledged: readonly Stamp[];
  readonly refused: readonly Refused[];
  /** Each one a `WireRow` as JSON text, the way it is stored: a pull never parses it. */
  readonly rows: readonly string[];
  readonly cursor: number;
  readonly more: boolean;
}

/** What is written would not be kept: the storage is no longer there. */
export class StorageGoneError extends Error {}

/** The database does not answer just now. */
export class StorageAwayError extends Error {}

/** The account was deleted while its request was on the way. */
export class AccountGoneError extends Error {
  constructor() {
    super('There is no such account');
  }
}

/**
 * The contact database's rows. Every driver passes `tests/contract/storage.ts`.
 * What `sync` acknowledges is on disk before its promise resolves (docs/sync.md S-6).
 */
export interface Storage {
  sync(input: SyncInput): Promise<SyncAnswer>;
  /** Gives the account a new head: what is there now and is no row is told from what a backup before it holds. */
  renewHead(accountId: string): Promise<void>;
  /**
   * Calls back after each write to the account, from whichever process, once it is on disk. The answer
   * ends that. A message may be missed: who listens pulls when it begins.
   */
  watch(accountId: string, onChange: (change: Change) => void): () => void;
  /** Resolves when everything is on disk and the database is closed. */
  close(): Promise<void>;
}
