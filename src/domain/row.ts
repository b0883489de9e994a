import type { Json } from './json.ts';
import type { Stamp } from './stamp.ts';

export type TableName =
  | 'person'
  | 'note'
  | 'occasion'
  | 'touch'
  | 'file'
  | 'device'
  | 'profile'
  | 'template'
  | 'visitor'
  | 'preference';

/**
 * The name of a value that merges on its own: `name`, or for one entry of a multi-valued field
 * the field and the entry's id, `phone/k3j9x0a1`.
 */
export type FieldKey = string;

export type FieldValues = Readonly<Record<FieldKey, Json>>;
export type FieldStamps = Readonly<Record<FieldKey, Stamp>>;

/** What is known of one thing. `values` and `stamps` have the same keys; a removed entry is null. */
export interface Row {
  readonly table: TableName;
  /** UUIDv7, made on the device that saved it first. */
  readonly id: string;
  readonly values: FieldValues;
  readonly stamps: FieldStamps;
}

/** One action's change to one row. Its stamp names it; the same edit may arrive any number of times. */
export interface Edit {
  readonly table: TableName;
  readonly id: string;
  readonly stamp: Stamp;
  readonly values: FieldValues;
  /** For each field that had a value when it was changed: the stamp that was seen there. */
  readonly replaces?: FieldStamps | undefined;
  /**
   * Values of this row that had lost (sync.md S-13), and that it settles; others of its fields stay open, from now on
   * against this edit. Undefined: it settles all that had lost to what it replaces.
   */
  readonly settles?: readonly ValueName[] | undefined;
  /** Made from a row to fill a database anew: what its author had seen is not known any more. */
  readonly isResent?: boolean | undefined;
}

/** Names a value within its row. */
export interface ValueName {
  readonly field: FieldKey;
  readonly stamp: Stamp;
}

/** A value that lost to one whose author had not seen it: both are kept, and a person may choose again. */
export interface EarlierValue extends ValueName {
  readonly value: Json;
  /** The stamp that it lost to. */
  readonly by: Stamp;
}

/** A field's own member; a key may be called like something that every object inherits. */
export function memberOf<T>(members: Readonly<Record<FieldKey, T>>, field: FieldKey): T | undefined {
  return Object.hasOwn(members, field) ? members[field] : undefined;
}

export function entriesOf(values: FieldValues, field: string): { id: string; value: Json }[] {
  const prefix = `${field}/`;
  return Object.keys(values)
    .filter((key) => key.startsWith(prefix))
    .sort()
    .flatMap((key) => {
      const value = values[key] ?? null;
      return value === null ? [] : [{ id: key.slice(prefix.length), value }];
    });
}
