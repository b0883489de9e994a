import * as z from 'zod/mini';
import { deviceIdPattern } from '../domain/stamp.ts';

/** GET, answered with server-sent events (WHATWG HTML, 9.2) for as long as both sides hold on. */
export const eventsPath = '/api/events';

/** The event that says that a device wrote; its data is a `Change` as JSON. */
export const changeEvent = 'change';
export const changeSchema = z.strictObject({
  /** Which device wrote. */
  device: z.string().check(z.regex(deviceIdPattern)),
});
export type Change = z.infer<typeof changeSchema>;
