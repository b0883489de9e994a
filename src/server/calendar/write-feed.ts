import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { calendarToText } from '../../exchange/calendar/calendar-to-text.ts';
import { eventToText } from '../../exchange/calendar/day-event.ts';
import { openLeaving } from '../exports/open-leaving.ts';
import { packageVersion } from '../package-version.ts';
import { readHead } from '../storage/read-head.ts';
import type { Schema } from '../storage/schema.ts';
import { listDays } from './list-days.ts';

const version = packageVersion();

/** The feed of an account as an iCalendar file. `origin`: of the app, for the links in it. */
export async function writeFeed(db: Kysely<Schema>, accountId: string, origin: string): Promise<string> {
  const leaving = await openLeaving(db, accountId, 'private');
  const events: string[] = [];
  for await (const day of listDays(leaving, origin)) events.push(eventToText(day));
  return calendarToText(events, 'feed');
}

/**
 * Names the state of a feed, for If-None-Match (RFC 9110, 13.1.2): an account has a new head with each change, and
 * nothing in a feed depends on the day. Weak, as an answer may be packed.
 */
export async function feedTag(db: Kysely<Schema>, accountId: string, origin: string): Promise<string> {
  const state = [version, origin, await readHead(db, accountId)].join('\n');
  return `W/"${createHash('sha256').update(state).digest('base64url')}"`;
}
