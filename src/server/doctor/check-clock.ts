import { statSync } from 'node:fs';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import * as z from 'zod/mini';
import { type Finding, good, wrong } from './finding.ts';

const latestSchema = z.object({ latest: z.nullable(z.string()) });
const toleranceMs = 5 * 60_000;

/** A clock that is behind what was written here before is wrong now, or was wrong then. */
export function checkClock(database: DatabaseSyncInstance, path: string, now: Date): Finding {
  const received = latestIn(database, 'select max(received_at) as latest from history');
  const signedIn = latestIn(database, 'select max("createdAt") as latest from session');
  const latestMs = Math.max(received, signedIn, statSync(path).mtimeMs);
  if (latestMs - now.getTime() <= toleranceMs) return good(`The clock says ${now.toISOString()}.`);
  return wrong(
    `The clock says ${now.toISOString()}, but something was written at ${new Date(latestMs).toISOString()}; ` +
      'set the clock, best by network time.',
  );
}

function latestIn(database: DatabaseSyncInstance, query: string): number {
  const { latest } = latestSchema.parse(database.prepare(query).get());
  const ms = Date.parse(latest ?? '');
  return Number.isNaN(ms) ? 0 : ms;
}
