import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Kysely } from 'kysely';
import {
  calendarFeedParamsSchema,
  calendarFeedPath,
  calendarPath,
  newCalendarRequestSchema,
} from '../../protocol/calendar.ts';
import { createCalendarFeeds } from '../calendar/calendar-feeds.ts';
import { feedTag, writeFeed } from '../calendar/write-feed.ts';
import { takesNoBody } from '../edge/body-limits.ts';
import { sessionOf } from '../edge/require-session.ts';
import { notFound } from '../problem.ts';
import type { Schema } from '../storage/schema.ts';

interface CalendarParts {
  readonly db: Kysely<Schema>;
  /** The public address, when there is one. */
  readonly origin: string | undefined;
  readonly now: () => Date;
}

/** The token cannot be guessed; this is for the server's sake. Those who fetch for many share few addresses. */
const rateLimit = { max: 300, timeWindow: 60_000 };
/** Nobody's but the calendar's that asked; it asks again after ten minutes at the earliest. */
const caching = 'private, max-age=600';

/** Who is due, for calendars that subscribe: the address is the key, and its owner alone sees and changes it. */
export function routeCalendar(app: FastifyInstance, { db, origin, now }: CalendarParts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const feeds = createCalendarFeeds(db);

  const options = { config: { rateLimit }, schema: { params: calendarFeedParamsSchema } };
  typed.get(calendarFeedPath, options, async (request, reply) => {
    reply.header('x-robots-tag', 'noindex, nofollow').header('referrer-policy', 'no-referrer');
    const accountId = await feeds.findAccount(request.params.token);
    if (accountId === undefined) throw notFound();
    const base = origin ?? `${request.protocol}://${request.host}`;
    const tag = await feedTag(db, accountId, base);
    reply.header('etag', tag).header('cache-control', caching);
    if (knowsTag(request, tag)) return reply.code(304).send();
    reply.header('content-disposition', 'inline; filename="justmet.ics"');
    return reply.type('text/calendar; charset=utf-8').send(await writeFeed(db, accountId, base));
  });

  app.get(calendarPath, (request) => feeds.read(sessionOf(request).accountId));
  typed.post(calendarPath, { schema: { body: newCalendarRequestSchema } }, (request) =>
    feeds.make(sessionOf(request).accountId, request.body.instead, now()),
  );
  app.delete(calendarPath, takesNoBody, async (request, reply) => {
    await feeds.end(sessionOf(request).accountId);
    return reply.code(204).send();
  });
}

function knowsTag({ headers }: FastifyRequest, tag: string): boolean {
  const known = headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? [];
  return known.includes('*') || known.includes(tag.replace(/^W\//, ''));
}
