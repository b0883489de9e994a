import type { FieldValues, Row, TableName } from './row.ts';
import { tableDefinitions } from './tables.ts';

/** Whose eyes a way out is for: `public` has only what may leave, `private` what the agent let go this once. */
export type Reach = 'public' | 'private';

/** The values that may leave by a way out of this reach. A field that no definition lets go stays. */
export function takeLeaving({ table, values }: Pick<Row, 'table' | 'values'>, reach: Reach): FieldValues {
  const kept = Object.entries(values).filter(([key]) => mayLeave(table, key, reach));
  return Object.fromEntries(kept);
}

/** `key` may name one entry of a multi-valued field. */
export function mayLeave(table: TableName, key: string, reach: Reach): boolean {
  const slash = key.indexOf('/');
  const field = slash < 0 ? key : key.slice(0, slash);
  if (field === 'deleted') return false;
  return reach === 'private' || tableDefinitions[table].leaving.includes(field);
}

/** False for a table of which nothing may leave: not even that there is such a row. */
export function isLeaving(table: TableName, reach: Reach): boolean {
  return reach === 'private' || tableDefinitions[table].leaving.length > 0;
}
