import * as z from 'zod/mini';

/** GET: the public key that a device subscribes with. */
export const pushKeyPath = '/api/push';
/** PUT: reminders go to this device. DELETE: they do no longer. */
export const pushSubscriptionPath = '/api/push/subscription';

/** A point of the curve P-256, uncompressed (RFC 8292, 3.2), in base64url. */
const publicKeySchema = z.string().check(z.regex(/^B[A-P][\w-]{84}[AEIMQUYcgkosw048]$/, 'is no public key'));

export const pushKeySchema = z.strictObject({ publicKey: publicKeySchema });

/** Of a `PushSubscription` (W3C Push API), as much as is needed to send to it. */
export const pushSubscriptionSchema = z.strictObject({
  endpoint: z
    .string()
    .check(z.maxLength(2_000, 'is too long'), z.regex(/^https?:\/\/[^\s/]/, 'is no address')),
  keys: z.strictObject({
    p256dh: publicKeySchema,
    /** 16 bytes (RFC 8291, 3.2). */
    auth: z.string().check(z.regex(/^[\w-]{22}$/, 'is no secret of 16 bytes')),
  }),
});
export type PushSubscriptionRequest = z.infer<typeof pushSubscriptionSchema>;

export const reminderKinds = ['evening', 'morning'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** What a push carries to the device, encrypted for it alone (RFC 8291). A later version may add to it. */
export const reminderSchema = z.object({
  kind: z.enum(reminderKinds),
  count: z.int().check(z.gte(1)),
  /** At most three, and only where the agent allows names on a lock screen. */
  names: z.optional(z.array(z.string())),
});
export type Reminder = z.infer<typeof reminderSchema>;
