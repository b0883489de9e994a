import { normalizeIP } from '@fastify/rate-limit';
import { type Kysely, sql } from 'kysely';
import type { Attempts, Limit } from '../limits/attempts.ts';
import { readHead } from '../storage/read-head.ts';
import type { Schema } from '../storage/schema.ts';
import type { Storage } from '../storage/storage.ts';
import type { FoundCard } from './find-card.ts';
import type { FormToken } from './form-token.ts';
import { cardPageDevice, makeVisitorEdit } from './make-visitor-edit.ts';
import type { Visitor } from './visitor-form.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** A whole party may share one address. */
const byAddress: readonly Limit[] = [
  { max: 20, windowMs: minute },
  { max: 100, windowMs: 60 * minute },
];
/** Whatever the address: nobody meets more, and nobody would look through more. */
const byCard: readonly Limit[] = [
  { max: 20, windowMs: minute },
  { max: 100, windowMs: day },
];
const maxWaiting = 500;
/** When to come again where too many wait, in seconds: after the agent had an evening. */
const waitingRetry = 24 * 3_600;

export interface TooMany {
  readonly kind: 'too-many';
  /** The sender, or all who sent to this card. */
  readonly by: 'address' | 'card';
  /** Seconds. */
  readonly retryAfter: number;
}

export interface VisitorDesk {
  /** Counts one more try from an address, whatever it brings. */
  countSending(ip: string): Promise<TooMany | undefined>;
  /** Keeps what somebody sent, for the agent to confirm; the same once more changes nothing. */
  take(card: FoundCard, visitor: Visitor, token: FormToken): Promise<{ readonly kind: 'taken' } | TooMany>;
}

interface DeskParts {
  readonly db: Kysely<Schema>;
  readonly storage: Pick<Storage, 'sync'>;
  readonly attempts: Attempts;
  readonly secret: string;
  readonly now: () => Date;
}

export function openVisitorDesk({ db, storage, attempts, secret, now }: DeskParts): VisitorDesk {
  async function countAll(key: string, limits: readonly Limit[]): Promise<number | undefined> {
    for (const limit of limits) {
      const { count, leftMs } = await attempts.count(`${key} in ${limit.windowMs}`, limit);
      if (count > limit.max) return Math.ceil(leftMs / 1_000);
    }
    return undefined;
  }

  return {
    async countSending(ip) {
      const retryAfter = await countAll(`card form by ${normalizeIP(ip)}`, byAddress);
      return retryAfter === undefined ? undefined : { kind: 'too-many', by: 'address', retryAfter };
    },
    async take(card, visitor, token) {
      const { accountId, profileId } = card;
      const receivedAt = now().toISOString();
      const edit = makeVisitorEdit({ card, visitor, token, sentAt: receivedAt }, secret);
      // A reload takes nobody's place.
      if (await isThere(db, accountId, edit.id)) return { kind: 'taken' };
      const isFull = (await countWaiting(db, card)) >= maxWaiting;
      const retryAfter = isFull ? waitingRetry : await countAll(`card ${accountId} ${profileId}`, byCard);
      if (retryAfter !== undefined) return { kind: 'too-many', by: 'card', retryAfter };
      const head = await readHead(db, accountId);
      // Up to date with everything, as nothing is pulled for a visitor.
      const cursor = Number.MAX_SAFE_INTEGER;
      const input = { accountId, device: cardPageDevice, head, cursor, edits: [edit], receivedAt };
      const { refused } = await storage.sync(input);
      if (refused.length > 0) throw new Error('The row of a visitor was refused');
      return { kind: 'taken' };
    },
  };
}

async function isThere(db: Kysely<Schema>, accountId: string, id: string): Promise<boolean> {
  const rows = db.selectFrom('row').select('id').where('account_id', '=', accountId);
  return (await rows.where('id', '=', id).executeTakeFirst()) !== undefined;
}

async function countWaiting(db: Kysely<Schema>, { accountId, profileId }: FoundCard): Promise<number> {
  const { rows } = await sql<{ waiting: number | string }>`
    select count(*) as waiting from visitors
    where account_id = ${accountId} and profile_id = ${profileId} and answer is null`.execute(db);
  return Number(rows[0]?.waiting ?? 0);
}
