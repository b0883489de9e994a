import * as z from 'zod/mini';
import { isStorable } from '../domain/is-storable.ts';
import { deviceIdPattern } from '../domain/stamp.ts';

/** GET: the devices that are signed in. DELETE: ends all but the one that asks. */
export const devicesPath = '/api/devices';
/** DELETE: ends one. */
export const devicePath = '/api/devices/:id';
/** PUT: says which device this session is of. */
export const thisDevicePath = '/api/devices/this';
/** POST, without a session: was this device ended, and by which? */
export const endedDevicePath = '/api/devices/ended';

/** The event (protocol/events.ts) that says: this session has ended. */
export const endedEvent = 'ended';

export const deviceNameSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'is missing'),
    z.maxLength(100, 'is longer than 100 characters'),
    isStorable,
  );
export const deviceIdSchema = z.string().check(z.regex(deviceIdPattern, 'is not a device id'));

export const deviceIntroductionSchema = z.strictObject({ device: deviceIdSchema, name: deviceNameSchema });
export type DeviceIntroduction = z.infer<typeof deviceIntroductionSchema>;

export const deviceParamsSchema = z.strictObject({
  id: z.string().check(z.regex(/^[\w-]{1,64}$/, 'is not the id of a device')),
});

export const signedInDeviceSchema = z.strictObject({
  /** The device's; of one that has not said it yet, its session's. */
  id: z.string(),
  /** Undefined while it has not said which it is. */
  device: z.optional(deviceIdSchema),
  name: z.string(),
  isThis: z.boolean(),
  /** ISO 8601, UTC. */
  signedInAt: z.string(),
  /** ISO 8601, UTC, at most a minute old; null before the first. */
  lastSyncAt: z.nullable(z.string()),
});
export type SignedInDevice = z.infer<typeof signedInDeviceSchema>;
export const signedInDevicesSchema = z.strictObject({ devices: z.array(signedInDeviceSchema) });

export const endedQuestionSchema = z.strictObject({
  account: z.string().check(z.minLength(1), z.maxLength(64), isStorable),
  device: deviceIdSchema,
});
export type EndedQuestion = z.infer<typeof endedQuestionSchema>;

/** Null for a device that nobody ended, or that is not known. */
export const endedAnswerSchema = z.strictObject({
  ended: z.nullable(z.strictObject({ at: z.string(), by: z.string() })),
});
export type EndedAnswer = z.infer<typeof endedAnswerSchema>;
