import webPush from 'web-push';
import type { Reminder } from '../../protocol/push.ts';
import type { PushKeyPair } from './push-key.ts';

export interface PushTarget {
  readonly endpoint: string;
  /** In base64url. */
  readonly p256dh: string;
  readonly auth: string;
}

export interface PushMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A signature holds for twelve hours; RFC 8292 allows 24. */
const signedForMs = 6 * 3_600_000;
const maxSigned = 1_000;

/**
 * Writes reminders as push services take them: encrypted for one device (RFC 8291, RFC 8188), signed with this
 * database's key (RFC 8292). `subject` says whom a push service may write to. Throws for a key that is none.
 */
export function createPushWriter(
  { publicKey, privateKey }: PushKeyPair,
  subject: string,
  nowMs: () => number,
) {
  const signed = new Map<string, { readonly authorization: string; readonly untilMs: number }>();
  const sign = (origin: string): string => {
    const known = signed.get(origin);
    if (known !== undefined && nowMs() < known.untilMs) return known.authorization;
    const made = webPush.getVapidHeaders(origin, subject, publicKey, privateKey, 'aes128gcm');
    if (signed.size >= maxSigned) signed.clear();
    signed.set(origin, { authorization: made.Authorization, untilMs: nowMs() + signedForMs });
    return made.Authorization;
  };
  return ({ endpoint, p256dh, auth }: PushTarget, reminder: Reminder, ttlSeconds: number): PushMessage => {
    const { cipherText } = webPush.encrypt(p256dh, auth, JSON.stringify(reminder), 'aes128gcm');
    const headers = {
      authorization: sign(new URL(endpoint).origin),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: String(ttlSeconds),
      urgency: 'normal',
      // A newer one takes the place of one that has not arrived yet (RFC 8030, 5.4).
      topic: reminder.kind,
    };
    return { headers, body: cipherText };
  };
}
