import { v7 } from 'uuid';
import type { JustmetDatabase } from './database.ts';

/** What every action and query stands on. Time and randomness come from outside. */
export interface StoreContext {
  readonly db: JustmetDatabase;
  /** Milliseconds since 1970, from the wall clock. */
  readonly nowMs: () => number;
  /** `length` unpredictable bytes. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** Called after a transaction that left something in the outbox. */
  readonly onSaved: () => void;
}

/** The last moment that ISO 8601 writes with four digits of a year. */
const lastMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

export function nowIso(context: StoreContext): string {
  return new Date(Math.max(0, Math.min(context.nowMs(), lastMs))).toISOString();
}

/** A UUIDv7 (RFC 9562). */
export function makeRowId(context: StoreContext): string {
  return v7({ msecs: context.nowMs(), random: context.randomBytes(16) });
}

/** For an entry within its row: the later one sorts behind, so that the first number stays the first. `place`: among those made at once. */
export function makeEntryId(context: StoreContext, place = 0): string {
  return (context.nowMs() + place).toString(36).padStart(9, '0') + makeShortId(context, 5);
}

/** `length` base-36 digits. */
export function makeShortId(context: StoreContext, length: number): string {
  return Array.from(context.randomBytes(length), (byte) => (byte % 36).toString(36)).join('');
}
