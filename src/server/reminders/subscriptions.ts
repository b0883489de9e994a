import { ECDH } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { PushSubscriptionRequest } from '../../protocol/push.ts';
import type { FoundSession } from '../accounts/accounts.ts';
import type { Schema } from '../storage/schema.ts';
import { mayPushTo } from './push-address.ts';

/** The devices that reminders go to, each by its session: whoever ends that ends its reminders. */
export interface Subscriptions {
  keep(
    found: FoundSession,
    wanted: PushSubscriptionRequest,
  ): Promise<'kept' | 'not-there' | 'no-key' | 'ended'>;
  remove(found: FoundSession): Promise<void>;
}

/** Of one account; the oldest make room. */
const maxDevices = 20;

export function createSubscriptions(
  db: Kysely<Schema>,
  { also, nowMs }: { readonly also: readonly string[]; readonly nowMs: () => number },
): Subscriptions {
  return {
    async keep({ session: { accountId: account_id }, sessionId: session_id }, { endpoint, keys }) {
      if (!mayPushTo(endpoint, also)) return 'not-there';
      if (!isOnCurve(keys.p256dh)) return 'no-key';
      const where = { endpoint, host: new URL(endpoint).host, ...keys, since: nowMs() };
      return db.transaction().execute(async (trx) => {
        // Ended while this request was on its way: then it stays ended.
        const session = trx.selectFrom('session').select('id').where('id', '=', session_id);
        if ((await session.executeTakeFirst()) === undefined) return 'ended';
        // Who knows all three is the very browser, signed in anew: it is told once, and by its own account alone.
        const same = trx.deleteFrom('push_subscription').where('auth', '=', keys.auth);
        const others = same.where('p256dh', '=', keys.p256dh).where('endpoint', '=', endpoint);
        await others.where('session_id', '!=', session_id).execute();
        const kept = trx.insertInto('push_subscription').values({ account_id, session_id, ...where });
        await kept
          .onConflict((conflict) => conflict.columns(['account_id', 'session_id']).doUpdateSet(where))
          .execute();
        const all = trx.selectFrom('push_subscription').select('session_id');
        const mine = all.where('account_id', '=', account_id).orderBy('since', 'desc');
        const tooMany = (await mine.execute()).slice(maxDevices).map((one) => one.session_id);
        if (tooMany.length > 0) {
          const oldest = trx.deleteFrom('push_subscription').where('account_id', '=', account_id);
          await oldest.where('session_id', 'in', tooMany).execute();
        }
        return 'kept';
      });
    },
    async remove({ session: { accountId }, sessionId }) {
      const mine = db.deleteFrom('push_subscription').where('account_id', '=', accountId);
      await mine.where('session_id', '=', sessionId).execute();
    },
  };
}

function isOnCurve(p256dh: string): boolean {
  try {
    ECDH.convertKey(p256dh, 'prime256v1', 'base64url', 'base64url', 'uncompressed');
    return true;
  } catch {
    return false;
  }
}
