import type { FieldStamps, FieldValues, Row, TableName } from '../domain/row.ts';
import { shareStamp, spreadStamp } from '../domain/shared-stamp.ts';
import type { Stamp } from '../domain/stamp.ts';
import { isDeleted } from '../domain/tombstone.ts';

/** A row as it lies in IndexedDB; the table is the store it lies in. */
export interface StoredRow {
  readonly id: string;
  readonly values: FieldValues;
  /** Of the fields that `stamps` does not list. Rows of version 0.1.0 have none and list them all. */
  readonly stamp?: Stamp | undefined;
  readonly stamps?: FieldStamps | undefined;
}

/**
 * As it came over the wire, or from `shareStamp`. What a row's fields share is written once: cloning and
 * keeping it is most of what a page of 500 rows costs a phone.
 */
export function rowToStored({ id, values, stamps }: Pick<Row, 'id' | 'values' | 'stamps'>): StoredRow {
  return { id, values, ...shareStamp(stamps) };
}

export function storedToRow(table: TableName, { id, values, stamp = '', stamps }: StoredRow): Row {
  return { table, id, values, stamps: spreadStamp(values, { stamp, stamps }) };
}

export function isStoredDeleted({ values, stamp = '', stamps }: StoredRow): boolean {
  // Hardly any row was ever deleted, and lists ask of each.
  if (!Object.hasOwn(values, 'deleted')) return false;
  return isDeleted({ values, stamps: spreadStamp(values, { stamp, stamps }) });
}
