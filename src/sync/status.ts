/** What the corner says about safety, computed from unacknowledged edits (sync.md S-16). */
export type SyncStatus =
  /** No contact database: `people` with something kept on this phone alone. */
  | { readonly kind: 'on-device'; readonly waiting: number }
  | {
      readonly kind: 'waiting';
      readonly waiting: number;
      readonly filesWaiting: number;
      readonly isOnline: boolean;
    }
  /** `sinceMs`: when the database last had everything, milliseconds since 1970. */
  | { readonly kind: 'in-database'; readonly sinceMs: number; readonly isOnline: boolean }
  | { readonly kind: 'signed-out'; readonly waiting: number }
  | { readonly kind: 'outdated'; readonly waiting: number }
  | { readonly kind: 'database-full'; readonly waiting: number; readonly filesWaiting: number }
  | { readonly kind: 'refused'; readonly refused: number; readonly waiting: number };

export interface SyncFacts {
  /** People (or, for edits of no person, rows) that have unacknowledged edits. */
  readonly waiting: number;
  /** Pictures and recordings whose bytes the database has not confirmed. */
  readonly filesWaiting: number;
  /** Edits and files that the database would not take. */
  readonly refused: number;
  readonly connection: 'none' | 'signed-in' | 'signed-out';
  /** When an answer last left nothing unacknowledged and nothing to pull; undefined for never. */
  readonly completeAtMs: number | undefined;
  readonly isOnline: boolean;
  readonly isOutdated: boolean;
  /** The contact database has said that it has no room left. */
  readonly isFull: boolean;
}

export function computeStatus(facts: SyncFacts): SyncStatus {
  const { waiting, filesWaiting, refused, isOnline, completeAtMs } = facts;
  if (facts.connection === 'none') return { kind: 'on-device', waiting };
  if (facts.connection === 'signed-out') return { kind: 'signed-out', waiting };
  if (facts.isOutdated) return { kind: 'outdated', waiting };
  if (refused > 0) return { kind: 'refused', refused, waiting };
  const isWaiting = waiting > 0 || filesWaiting > 0;
  if (isWaiting && facts.isFull) return { kind: 'database-full', waiting, filesWaiting };
  if (isWaiting || completeAtMs === undefined) return { kind: 'waiting', waiting, filesWaiting, isOnline };
  return { kind: 'in-database', sinceMs: completeAtMs, isOnline };
}
