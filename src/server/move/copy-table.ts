import { createHash } from 'node:crypto';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { ClientBase } from 'pg';
import * as z from 'zod/mini';
import { type MovedTable, quoteColumns, quoteName, type TableEnd } from './moved-table.ts';
import { toPostgresValue } from './to-postgres-value.ts';

/** Of one statement: so many rows, or the first that makes it so long. */
const maxBatchRows = 1_000;
const maxBatchLength = 1_000_000;

const countSchema = z.object({ rows: z.int() });

/** Reads a table once, in the order of its key, and writes it. What it read, and what the source counts by itself. */
export async function copyTable(
  source: DatabaseSyncInstance,
  client: ClientBase,
  table: MovedTable,
): Promise<TableEnd> {
  const { rows } = countSchema.parse(
    source.prepare(`select count(*) as rows from ${quoteName(table.name)}`).get(),
  );
  const hash = createHash('sha256');
  let batch: unknown[][] = [];
  let length = 0;
  for (const values of readRows(source, table)) {
    const text = JSON.stringify(values);
    hash.update(`${text}\n`);
    batch.push(values);
    length += text.length;
    if (batch.length < maxBatchRows && length < maxBatchLength) continue;
    await insertRows(client, table, batch);
    batch = [];
    length = 0;
  }
  await insertRows(client, table, batch);
  return { rows, sha256: hash.digest('hex') };
}

/** As PostgreSQL will have them. Text sorts by its bytes here. */
function* readRows(source: DatabaseSyncInstance, table: MovedTable): Generator<unknown[]> {
  const order = table.key.map(quoteName).join(', ');
  const statement = source.prepare(
    `select ${quoteColumns(table)} from ${quoteName(table.name)} order by ${order}`,
  );
  const found: Iterable<Record<string, unknown>> = statement.iterate();
  try {
    for (const row of found) yield table.columns.map(({ name, type }) => toPostgresValue(row[name], type));
  } finally {
    // Holds the statement to the end: the iterator does not, and one that is collected meanwhile ends the process.
    statement.columns();
  }
}

async function insertRows(client: ClientBase, table: MovedTable, batch: readonly unknown[][]): Promise<void> {
  if (batch.length === 0) return;
  const arrays = table.columns.map(({ type }, at) => `$${at + 1}::${quoteName(type)}[]`).join(', ');
  await client.query(
    `insert into ${quoteName(table.name)} (${quoteColumns(table)}) select * from unnest(${arrays})`,
    table.columns.map((_, at) => batch.map((values) => values[at])),
  );
}
