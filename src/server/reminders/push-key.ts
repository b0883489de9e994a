import type { Kysely } from 'kysely';
import webPush from 'web-push';
import type { Schema } from '../storage/schema.ts';

/** In base64url: a point of P-256, uncompressed, and its scalar. */
export interface PushKeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** What pushes are signed with (RFC 8292): made once, and the same for all processes on a database. */
export async function readPushKey(db: Kysely<Schema>): Promise<PushKeyPair> {
  const kept = db.selectFrom('push_key').select(['public_key as publicKey', 'private_key as privateKey']);
  const known = await kept.executeTakeFirst();
  if (known !== undefined) return known;
  const { publicKey: public_key, privateKey: private_key } = webPush.generateVAPIDKeys();
  const made = db.insertInto('push_key').values({ id: 1, public_key, private_key });
  await made.onConflict((conflict) => conflict.doNothing()).execute();
  // Of two processes that start at once, the first one's is that of both.
  return kept.executeTakeFirstOrThrow();
}
