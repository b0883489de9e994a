import { DatabaseSync } from '@photostructure/sqlite';
import * as z from 'zod/mini';
import type { Counts } from './manifest.ts';

export interface Snapshot {
  readonly migrations: string[];
  readonly counts: Omit<Counts, 'files'>;
}

/**
 * Writes the database as it is at one moment into a new file, beside a server that goes on writing. That file
 * holds every head that was given until then (docs/sync.md S-15).
 */
export function snapshotDatabase(path: string, to: string): Snapshot {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
  try {
    database.prepare('vacuum into ?').run(to);
  } finally {
    database.close();
  }
  return describeDatabase(to);
}

const nameSchema = z.object({ name: z.string() });
const countSchema = z.object({ count: z.int() });

/** What a database at rest holds. */
export function describeDatabase(path: string): Snapshot {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const rows: unknown[] = database.prepare('select name from kysely_migration order by name').all();
    const count = (table: string) =>
      countSchema.parse(database.prepare(`select count(*) as count from ${table}`).get()).count;
    return {
      migrations: rows.map((row) => nameSchema.parse(row).name),
      counts: { accounts: count('account'), rows: count('"row"'), history: count('history') },
    };
  } finally {
    database.close();
  }
}
