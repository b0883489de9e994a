import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import type { Json } from '../../domain/json.ts';
import { isLeaving, type Reach, takeLeaving } from '../../domain/leaving.ts';
import type { FieldValues, TableName } from '../../domain/row.ts';
import type { Schema } from '../storage/schema.ts';

export interface LeavingRow {
  readonly table: TableName;
  readonly id: string;
  readonly values: FieldValues;
}

const valuesSchema = z.record(z.string(), z.custom<Json>());

/** What of an account may leave, by id: no deleted row, nothing of a deleted person. The one door out for exports. */
export async function readLeavingRows(
  db: Kysely<Schema>,
  accountId: string,
  reach: Reach,
): Promise<LeavingRow[]> {
  const stored = await db
    .selectFrom('row')
    .select(['table', 'id', 'values'])
    .where('account_id', '=', accountId)
    .where('deleted', '=', 0)
    .orderBy('id')
    .execute();
  const people = new Set(stored.filter(({ table }) => table === 'person').map(({ id }) => id));
  const rows: LeavingRow[] = [];
  for (const { table, id, values: text } of stored) {
    const values = valuesSchema.parse(JSON.parse(text));
    const { person } = values;
    if (!isLeaving(table, reach) || (typeof person === 'string' && !people.has(person))) continue;
    rows.push({ table, id, values: takeLeaving({ table, values }, reach) });
  }
  return rows;
}
