import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import type { Json } from '../../domain/json.ts';
import { isLeaving, mayLeave, type Reach, takeLeaving } from '../../domain/leaving.ts';
import type { FieldKey, FieldValues, TableName } from '../../domain/row.ts';
import { stampToReading } from '../../domain/stamp.ts';
import { stampsSchema } from '../../protocol/wire-row.ts';
import { pageRows, readInPages } from '../storage/read-in-pages.ts';
import type { RowTable, Schema } from '../storage/schema.ts';

export interface LeavingRow {
  readonly table: TableName;
  readonly id: string;
  readonly values: FieldValues;
  /** When that field was last changed, by the clock of who changed it: milliseconds since 1970. */
  changedMs(field: FieldKey): number;
}

/** A value that another took the place of. */
export interface LeavingEarlier {
  readonly table: TableName;
  readonly id: string;
  readonly field: FieldKey;
  readonly value: Json;
  /** When the contact database heard of it, ISO 8601. */
  readonly receivedAt: string;
}

/** What of one account may leave: no deleted row, nothing of a deleted person. */
export interface Leaving {
  readonly reach: Reach;
  countPeople(): Promise<number>;
  /** By id, which is the order in which they were made. */
  rows(table: TableName): AsyncIterable<LeavingRow>;
  /** What the history holds of fields that may leave. */
  earlier(): AsyncIterable<LeavingEarlier>;
}

type StoredLeaving = Pick<RowTable, 'id' | 'values' | 'stamp' | 'stamps'>;

const valuesSchema = z.record(z.string(), z.custom<Json>());
const valueSchema = z.custom<Json>();

/** The one door by which rows leave the database for anybody but the account's own devices. */
export async function openLeaving(db: Kysely<Schema>, accountId: string, reach: Reach): Promise<Leaving> {
  const people = db.selectFrom('row').select('id').where('account_id', '=', accountId);
  const gone = await people.where('table', '=', 'person').where('deleted', '=', 1).execute();
  const goneIds = new Set(gone.map(({ id }) => id));
  const isOfNobody = ({ person }: FieldValues) => typeof person === 'string' && goneIds.has(person);

  async function* readRows(table: TableName): AsyncGenerator<LeavingRow> {
    if (!isLeaving(table, reach)) return;
    const stored = readInPages<StoredLeaving>((after) => {
      const columns = ['id', 'values', 'stamp', 'stamps'] as const;
      const all = db.selectFrom('row').select(columns).where('account_id', '=', accountId);
      const present = all.where('table', '=', table).where('deleted', '=', 0);
      return present
        .where('id', '>', after?.id ?? '')
        .orderBy('id')
        .limit(pageRows)
        .execute();
    });
    for await (const row of stored) {
      const values = valuesSchema.parse(JSON.parse(row.values));
      if (isOfNobody(values)) continue;
      const changedMs = (field: FieldKey) => readChangedMs(row, field);
      yield { table, id: row.id, values: takeLeaving({ table, values }, reach), changedMs };
    }
  }

  async function* readEarlier(): AsyncGenerator<LeavingEarlier> {
    for await (const one of readHistory(db, accountId)) {
      const { table, id, field, value, receivedAt } = one;
      if (!isLeaving(table, reach) || !mayLeave(table, field, reach)) continue;
      if (isOfNobody(valuesSchema.parse(JSON.parse(one.values)))) continue;
      yield { table, id, field, value: valueSchema.parse(JSON.parse(value)), receivedAt };
    }
  }

  async function countPeople(): Promise<number> {
    const all = db.selectFrom('row').select(({ fn }) => fn.countAll().as('people'));
    const present = all
      .where('account_id', '=', accountId)
      .where('table', '=', 'person')
      .where('deleted', '=', 0);
    return Number((await present.executeTakeFirstOrThrow()).people);
  }

  return { reach, countPeople, rows: readRows, earlier: readEarlier };
}

function readChangedMs({ stamp, stamps }: StoredLeaving, field: FieldKey): number {
  const others = stamps === null ? {} : z.parse(stampsSchema, JSON.parse(stamps));
  return stampToReading(others[field] ?? stamp).ms;
}

/** Of rows that are not deleted. */
function readHistory(db: Kysely<Schema>, accountId: string) {
  const joined = db
    .selectFrom('history')
    .innerJoin('row', (join) =>
      join.onRef('row.account_id', '=', 'history.account_id').onRef('row.id', '=', 'history.row_id'),
    )
    .select(['row.table', 'row.id', 'row.values', 'history.field', 'history.stamp', 'history.value'])
    .select('history.received_at as receivedAt')
    .where('history.account_id', '=', accountId)
    .where('row.deleted', '=', 0);
  type Found = Awaited<ReturnType<typeof joined.execute>>[number];
  return readInPages<Found>((after) =>
    joined
      .where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('history.row_id', 'history.field', 'history.stamp'),
          '>',
          tuple(after?.id ?? '', after?.field ?? '', after?.stamp ?? ''),
        ),
      )
      .orderBy('history.row_id')
      .orderBy('history.field')
      .orderBy('history.stamp')
      .limit(pageRows)
      .execute(),
  );
}
