import { Client } from 'pg';
import { unpackRows } from './unpack-rows.ts';

/**
 * Seconds that the same bodies take without a server: unpacked, parsed, and upserted by one connection with one
 * multi-row VALUES a batch, each a durable transaction of its own. Nothing is checked, merged, numbered or
 * answered.
 */
export async function pushBarePostgres(databaseUrl: string, bodies: readonly Buffer[]): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('set synchronous_commit = on');
  await client.query('create table bare (id text primary key, "table" text, stamp text, "values" text)');
  const start = performance.now();
  for (const body of bodies) {
    const rows = unpackRows(body);
    const places = rows.map((_, at) => `($${at * 4 + 1}, $${at * 4 + 2}, $${at * 4 + 3}, $${at * 4 + 4})`);
    await client.query({
      name: `upsert-${rows.length}`,
      text: `insert into bare values ${places.join(', ')}
        on conflict (id) do update set stamp = excluded.stamp, "values" = excluded."values"`,
      values: rows.flatMap(({ id, table, stamp, values }) => [id, table, stamp, JSON.stringify(values)]),
    });
  }
  const seconds = (performance.now() - start) / 1_000;
  await client.query('drop table bare');
  await client.end();
  return seconds;
}
