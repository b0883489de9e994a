import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { makeScratch } from '../harness/scratch.ts';
import { unpackRows } from './unpack-rows.ts';

/**
 * Seconds that the same bodies take without a server: unpacked, parsed, and upserted by one prepared statement,
 * a durable transaction a batch. Nothing is checked, merged, numbered or answered.
 */
export function pushBareSqlite(bodies: readonly Buffer[]): number {
  const db = new DatabaseSync(join(makeScratch('bare'), 'bare.sqlite'));
  db.exec('pragma journal_mode = wal; pragma synchronous = full');
  db.exec(`create table row (id text primary key, "table" text, stamp text, "values" text) strict`);
  const upsert = db.prepare(
    `insert into row values (?, ?, ?, ?)
     on conflict (id) do update set stamp = excluded.stamp, "values" = excluded."values"`,
  );
  const start = performance.now();
  for (const body of bodies) {
    const rows = unpackRows(body);
    db.exec('begin immediate');
    for (const { id, table, stamp, values } of rows) upsert.run(id, table, stamp, JSON.stringify(values));
    db.exec('commit');
  }
  const seconds = (performance.now() - start) / 1_000;
  db.close();
  return seconds;
}
