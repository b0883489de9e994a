import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { DEFAULT_MIGRATION_LOCK_TABLE, DEFAULT_MIGRATION_TABLE } from 'kysely';
import type { ClientBase } from 'pg';
import * as z from 'zod/mini';
import type { MovedTable } from './moved-table.ts';

export type MatchedTables =
  | { readonly kind: 'matched'; readonly tables: readonly MovedTable[] }
  /** A table, or `table.column`, that only the source has. */
  | { readonly kind: 'unknown'; readonly name: string };

const columnSchema = z.object({ table: z.string(), column: z.string(), pk: z.int() });

/** Asks the source for its tables: one that is added later is not forgotten. The migrations' own are not among them. */
export async function matchTables(source: DatabaseSyncInstance, client: ClientBase): Promise<MatchedTables> {
  const types = await readTypes(client);
  const tables = new Map<string, MovedTable>();
  for (const { table, column, pk } of readColumns(source)) {
    const type = types.get(`${table}.${column}`);
    if (type === undefined) return { kind: 'unknown', name: types.has(table) ? `${table}.${column}` : table };
    const before = tables.get(table);
    tables.set(table, {
      name: table,
      columns: [...(before?.columns ?? []), { name: column, type }],
      key: pk === 0 ? (before?.key ?? []) : [...(before?.key ?? []), column],
    });
  }
  const keyed = [...tables.values()].map((table) => ({ ...table, key: keyOf(table) }));
  return { kind: 'matched', tables: await orderByReferences(client, keyed) };
}

/** Where there is none, all columns together. */
function keyOf({ key, columns }: MovedTable): readonly string[] {
  return key.length > 0 ? key : columns.map(({ name }) => name);
}

function readColumns(source: DatabaseSyncInstance): z.infer<typeof columnSchema>[] {
  const rows: unknown[] = source
    .prepare(
      `select t.name as "table", c.name as "column", c.pk as pk
       from sqlite_schema t, pragma_table_info(t.name) c
       where t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\' and t.name not in (?, ?)
       order by t.name, c.cid`,
    )
    .all(DEFAULT_MIGRATION_TABLE, DEFAULT_MIGRATION_LOCK_TABLE);
  return rows.map((row) => columnSchema.parse(row));
}

/** By `table.column`; a table's own name is there, too. */
async function readTypes(client: ClientBase): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ table: string; column: string; type: string }>(
    `select table_name as "table", column_name as "column", udt_name as type
     from information_schema.columns where table_schema = current_schema()`,
  );
  return new Map(
    rows.flatMap(({ table, column, type }) => [
      [table, ''],
      [`${table}.${column}`, type],
    ]),
  );
}

/** What is referred to goes before what refers to it. */
async function orderByReferences(client: ClientBase, tables: readonly MovedTable[]): Promise<MovedTable[]> {
  const { rows } = await client.query<{ child: string; parent: string }>(
    `select child.relname as child, parent.relname as parent from pg_constraint k
     join pg_class child on child.oid = k.conrelid join pg_class parent on parent.oid = k.confrelid
     where k.contype = 'f' and k.connamespace = current_schema()::regnamespace and child.oid <> parent.oid`,
  );
  const ordered: MovedTable[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const waiting = new Set(left.map(({ name }) => name));
    const next = left.filter(
      ({ name }) => !rows.some(({ child, parent }) => child === name && waiting.has(parent)),
    );
    if (next.length === 0) throw new Error('Tables refer to each other in a ring');
    ordered.push(...next);
    left = left.filter((table) => !next.includes(table));
  }
  return ordered;
}
