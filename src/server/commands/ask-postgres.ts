import pg, { DatabaseError } from 'pg';
import { StartUpProblem } from '../start-up-problem.ts';
import { createClient } from '../storage/postgres/connect-postgres.ts';
import { explainPostgres } from '../storage/postgres/explain-postgres.ts';
import type { SqlRow } from '../table-to-text.ts';
import { plainRow } from './plain-row.ts';

export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly SqlRow[];
}

/** The largest integers do not fit into a number. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 ? BigInt : pg.types.getTypeParser(oid, format),
};

/** In a transaction that can only read, so that no question can do harm; servers may be running meanwhile. */
export async function askPostgres(databaseUrl: string, query: string): Promise<Answer> {
  const client = createClient(databaseUrl);
  try {
    await client.connect();
    await client.query('begin transaction read only');
  } catch (error) {
    throw explainPostgres(error);
  }
  try {
    // A statement with a name is sent as exactly one: a second one behind a commit would not be bound to reading.
    const { fields, rows } = await client.query<SqlRow>({ name: 'question', text: query, types });
    return { columns: fields.map(({ name }) => name), rows: rows.map(plainRow) };
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    throw new StartUpProblem(`That cannot be answered: ${error.message}.`);
  } finally {
    await client.end();
  }
}
