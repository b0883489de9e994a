import { type Kysely, sql } from 'kysely';
import { freeBytes, leastFreeBytes } from '../disk-room.ts';
import type { Schema } from '../storage/schema.ts';

/** Why nothing should be sent here just now, in words; undefined when all is well. */
export type Readiness = () => Promise<string | undefined>;

export function createReadiness(db: Kysely<Schema>, dataFolder: string): Readiness {
  return async () => {
    try {
      await sql`select 1`.execute(db);
      if ((await freeBytes(dataFolder)) < leastFreeBytes) return 'The disk is full.';
      return undefined;
    } catch {
      return 'The database does not answer.';
    }
  };
}
