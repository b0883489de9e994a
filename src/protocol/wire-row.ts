import * as z from 'zod/mini';
import type { Json } from '../domain/json.ts';
import type { Edit, Row } from '../domain/row.ts';
import { rowIdSchema } from '../domain/row-id.ts';
import { shareStamp, spreadStamp } from '../domain/shared-stamp.ts';
import { type Stamp, stampPattern } from '../domain/stamp.ts';
import { tableNames } from '../domain/table-words.ts';
import { byFieldSchema, fieldKeySchema } from './by-field.ts';

export const stampSchema = z.string().check(z.regex(stampPattern, 'is not a stamp'));
/**
 * Any JSON value. All that is parsed here comes out of JSON.parse, which makes nothing else, so it is not
 * walked: trying six kinds on every value costs more than all else that is done with a batch.
 */
const parsedJsonSchema = z.custom<Json>();
export const valuesSchema = byFieldSchema<Json>(() => true, '', {});
export const stampsSchema = byFieldSchema<Stamp>(
  (value) => typeof value === 'string' && stampPattern.test(value),
  'is not a stamp',
  { type: 'string', pattern: stampPattern.source },
);

/** A row on its way: most fields of a row share one stamp, so only the others are listed. */
export const wireRowSchema = z.strictObject({
  table: z.enum(tableNames),
  id: rowIdSchema,
  stamp: stampSchema,
  values: valuesSchema,
  stamps: z.optional(stampsSchema),
  /** Values that lost to a present one whose author had not seen them. */
  earlier: z.optional(
    z.array(
      z.strictObject({ field: fieldKeySchema, stamp: stampSchema, value: parsedJsonSchema, by: stampSchema }),
    ),
  ),
});
export type WireRow = z.infer<typeof wireRowSchema>;

export function rowToWire({ table, id, values: fields, stamps }: Row): WireRow {
  const values: Record<string, Json> = fields;
  const { stamp, stamps: others } = shareStamp(stamps);
  return others === undefined
    ? { table, id, stamp, values }
    : { table, id, stamp, values, stamps: { ...others } };
}

/** The row that one edit makes from nothing: the wire form of `editToRow`, without a stamp for each field. */
export function editToWire({ table, id, stamp, values }: Edit): WireRow {
  return { table, id, stamp, values };
}

export function wireToRow(wire: WireRow): Row {
  return { table: wire.table, id: wire.id, values: wire.values, stamps: spreadStamp(wire.values, wire) };
}
