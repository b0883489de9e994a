import * as z from 'zod/mini';

/** The feed that calendars subscribe to: whoever has the address reads it, without a session. */
export const calendarFeedPath = '/calendar/:token.ics';
/** GET: whether there is a feed, and where. POST: makes one, or another instead. DELETE: it is there no longer. */
export const calendarPath = '/api/calendar';

export const calendarFeedParamsSchema = z.strictObject({ token: z.string() });

export const calendarStateSchema = z.strictObject({
  feed: z.nullable(
    z.strictObject({
      /** Of its address, below that of the app. */
      path: z.string(),
      /** ISO 8601, UTC. */
      madeAt: z.string(),
    }),
  ),
});
export type CalendarState = z.infer<typeof calendarStateSchema>;

/**
 * `instead`: the path that is to be given up, null where there is none. Where there is another by now, that one stays:
 * the same request twice makes one address.
 */
export const newCalendarRequestSchema = z.strictObject({
  instead: z.nullable(z.string().check(z.maxLength(200))),
});

export function pathOfCalendarFeed(token: string): string {
  return calendarFeedPath.replace(':token', token);
}
