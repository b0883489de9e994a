import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DatabaseSync } from '@photostructure/sqlite';
import * as z from 'zod/mini';
import { makeScratch } from '../harness/scratch.ts';

const bodySchema = z.object({ edits: z.array(z.unknown()) });
const rowSchema = z.looseObject({
  id: z.string(),
  table: z.string(),
  stamp: z.string(),
  values: z.unknown(),
});

/**
 * Seconds that the same bodies take without a server: unpacked, parsed, and upserted by one prepared statement,
 * a durable transaction a batch. Nothing is checked, merged, numbered or answered.
 */
export function pushBare(bodies: readonly Buffer[]): number {
  const db = new DatabaseSync(join(makeScratch('bare'), 'bare.sqlite'));
  db.exec('pragma journal_mode = wal; pragma synchronous = full');
  db.exec(`create table row (id text primary key, "table" text, stamp text, "values" text) strict`);
  const upsert = db.prepare(
    `insert into row values (?, ?, ?, ?)
     on conflict (id) do update set stamp = excluded.stamp, "values" = excluded."values"`,
  );
  const start = performance.now();
  for (const body of bodies) {
    const { edits } = bodySchema.parse(JSON.parse(gunzipSync(body).toString()));
    db.exec('begin immediate');
    for (const edit of edits) {
      // The one check is of what is bound: zod would be most of what is measured.
      const { id, table, stamp, values } = edit as z.infer<typeof rowSchema>;
      upsert.run(id, table, stamp, JSON.stringify(values));
    }
    db.exec('commit');
  }
  const seconds = (performance.now() - start) / 1_000;
  db.close();
  return seconds;
}
