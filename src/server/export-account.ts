import type { Kysely } from 'kysely';
import { isPrivateField } from '../domain/private-fields.ts';
import type { FieldValues, TableName } from '../domain/row.ts';
import type { Schema } from './storage/schema.ts';
import { storedToWire } from './storage/stored-row.ts';

/** Rows that are read at once: a batch's worth, so that an export of any size takes no more memory. */
const pageRows = 500;

export interface ExportedRow {
  readonly table: TableName;
  readonly id: string;
  readonly isDeleted: boolean;
  readonly values: FieldValues;
}

export interface ExportChoice {
  /** Also what is private about people. */
  readonly withDetails: boolean;
}

/** Every row of an account, oldest change first. */
async function* readAccountRows(
  db: Kysely<Schema>,
  accountId: string,
  { withDetails }: ExportChoice,
): AsyncGenerator<ExportedRow> {
  let seq = -1;
  for (;;) {
    const page = await db
      .selectFrom('row')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(pageRows)
      .execute();
    for (const stored of page) {
      const { table, id, values } = storedToWire(stored);
      yield {
        table,
        id,
        isDeleted: stored.deleted === 1,
        values: withDetails ? values : withoutDetails(table, values),
      };
    }
    seq = Number(page.at(-1)?.seq ?? seq);
    if (page.length < pageRows) return;
  }
}

/** Everything in an account as one JSON text, in pieces. */
export async function* exportAccount(
  db: Kysely<Schema>,
  account: { readonly accountId: string; readonly name: string; readonly email: string },
  choice: ExportChoice,
): AsyncGenerator<string> {
  const head = {
    format: 'justmet-export',
    version: 1,
    exportedAt: new Date().toISOString(),
    name: account.name,
    email: account.email,
    withDetails: choice.withDetails,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  let separator = '\n';
  for await (const row of readAccountRows(db, account.accountId, choice)) {
    yield separator + JSON.stringify(row);
    separator = ',\n';
  }
  yield '\n],"earlier":[';
  separator = '\n';
  for await (const value of readEarlierValues(db, account.accountId, choice)) {
    yield separator + JSON.stringify(value);
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** What was overwritten: the history, which is only ever added to. */
async function* readEarlierValues(db: Kysely<Schema>, accountId: string, { withDetails }: ExportChoice) {
  const found = await db
    .selectFrom('history')
    .innerJoin('row', (join) =>
      join.onRef('row.account_id', '=', 'history.account_id').onRef('row.id', '=', 'history.row_id'),
    )
    .select(['row.table', 'history.row_id', 'history.field', 'history.value', 'history.received_at'])
    .where('history.account_id', '=', accountId)
    .orderBy('history.row_id')
    .execute();
  for (const { table, row_id, field, value, received_at } of found) {
    if (!withDetails && isPrivateField(table, field)) continue;
    yield { table, id: row_id, field, value: JSON.parse(value), overwrittenAt: received_at };
  }
}

function withoutDetails(table: TableName, values: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !isPrivateField(table, field)));
}
