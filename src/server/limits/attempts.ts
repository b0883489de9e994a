import { createHmac } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../storage/schema.ts';

/** What may be tried so often within a time. */
export interface Limit {
  readonly max: number;
  readonly windowMs: number;
}

export interface Tried {
  /** With this one. */
  readonly count: number;
  /** Until counting begins anew. */
  readonly leftMs: number;
}

/** Counts tries over all processes of a server. */
export interface Attempts {
  /** Counts one more try; `key` says of what, and by whom. */
  count(key: string, limit: Limit): Promise<Tried>;
}

const cleanEveryMs = 60_000;
const maxRefusedKept = 10_000;

/**
 * Tries in the database, under a keyed hash: who tried which address or name is nobody's to read. A key that is
 * over its limit is remembered here until its time is up, so that a flood costs the disk no more than its limit.
 */
export function createAttempts(db: Kysely<Schema>, secret: string, nowMs: () => number): Attempts {
  const refusedUntil = new Map<string, number>();
  let cleanedMs = 0;

  async function clean(now: number): Promise<void> {
    if (now - cleanedMs < cleanEveryMs) return;
    cleanedMs = now;
    for (const [key, until] of refusedUntil) if (until <= now) refusedUntil.delete(key);
    await db.deleteFrom('attempt').where('expires_at', '<=', now).execute();
  }

  return {
    async count(plainKey, { max, windowMs }) {
      const key = createHmac('sha256', secret).update(`attempt ${plainKey}`).digest('base64url');
      const now = nowMs();
      const until = refusedUntil.get(key) ?? 0;
      if (until > now) return { count: max + 1, leftMs: until - now };
      await clean(now);
      const { count, expiresAt } = await countInDatabase(db, key, now, now + windowMs);
      if (count > max && refusedUntil.size < maxRefusedKept) refusedUntil.set(key, expiresAt);
      return { count, leftMs: Math.max(0, expiresAt - now) };
    },
  };
}

/** In one statement, so that of many at once none is missed. A clock that was ahead once keeps nobody out. */
async function countInDatabase(db: Kysely<Schema>, key: string, now: number, end: number) {
  const row = await db
    .insertInto('attempt')
    .values({ key, count: 1, expires_at: end })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql`case when attempt.expires_at <= ${now} or attempt.expires_at > ${end} then 1 else attempt.count + 1 end`,
        expires_at: sql`case when attempt.expires_at <= ${now} or attempt.expires_at > ${end} then ${end} else attempt.expires_at end`,
      }),
    )
    .returning(['count', 'expires_at'])
    .executeTakeFirstOrThrow();
  // PostgreSQL's driver gives a bigint as text.
  return { count: Number(row.count), expiresAt: Number(row.expires_at) };
}
