import * as z from 'zod/mini';
import { isDeleted } from '../../domain/tombstone.ts';
import { type WireRow, wireRowSchema, wireToRow } from '../../protocol/wire-row.ts';
import type { RowTable } from './schema.ts';

export function wireToStored(accountId: string, row: WireRow, seq: number): RowTable {
  const { id, table, stamp, values, stamps } = row;
  return {
    account_id: accountId,
    id,
    table,
    seq,
    stamp,
    values: JSON.stringify(values),
    stamps: stamps === undefined ? null : JSON.stringify(stamps),
    deleted: Number(values['deleted'] !== undefined && isDeleted(wireToRow(row))),
  };
}

/** Rows of an older version are read here too, so they are parsed (house style: parse at every edge). */
export function storedToWire({ table, id, stamp, values, stamps }: RowTable): WireRow {
  const others = stamps === null ? {} : { stamps: JSON.parse(stamps) };
  return z.parse(wireRowSchema, { table, id, stamp, values: JSON.parse(values), ...others });
}
