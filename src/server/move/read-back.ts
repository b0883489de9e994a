import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { type MovedTable, quoteColumns, quoteName, type TableEnd } from './moved-table.ts';

const rowsAtOnce = 500;

/** Counts and reads what PostgreSQL has now, in the same order and the same words as `copyTable`. */
export async function readBack(client: ClientBase, table: MovedTable): Promise<TableEnd> {
  const counted = await client.query<{ rows: number }>(
    `select count(*) as rows from ${quoteName(table.name)}`,
  );
  const types = new Map(table.columns.map(({ name, type }) => [name, type]));
  const order = table.key.map(
    (name) => `${quoteName(name)}${types.get(name) === 'text' ? ' collate "C"' : ''}`,
  );
  await client.query(
    `declare moved no scroll cursor for
     select ${quoteColumns(table)} from ${quoteName(table.name)} order by ${order.join(', ')}`,
  );
  const hash = createHash('sha256');
  for (;;) {
    const text = `fetch ${rowsAtOnce} from moved`;
    const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' });
    // A time comes as a Date, which JSON writes as ISO 8601.
    for (const values of rows) hash.update(`${JSON.stringify(values)}\n`);
    if (rows.length < rowsAtOnce) break;
  }
  await client.query('close moved');
  return { rows: counted.rows[0]?.rows ?? 0, sha256: hash.digest('hex') };
}
