import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { type ClientBase, DatabaseError, type Pool } from 'pg';
import { copyTable } from './copy-table.ts';
import { matchTables } from './match-tables.ts';
import { type ComparedTable, type MovedTable, quoteName } from './moved-table.ts';
import { readBack } from './read-back.ts';

export type MoveOutcome =
  | { readonly kind: 'moved'; readonly tables: readonly ComparedTable[] }
  /** PostgreSQL gave something else back than it was given. */
  | { readonly kind: 'differs'; readonly tables: readonly ComparedTable[] }
  /** The source has a table or column that this version does not know. */
  | { readonly kind: 'unknown'; readonly name: string }
  /** The target has rows already. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'not-taken'; readonly table: string; readonly why: string };

/** What a server writes before anybody has claimed it; it goes. */
const beforeTheClaim: ReadonlySet<string> = new Set(['verification', 'attempt', 'push_key']);

/**
 * Copies every table into a database with the schema of the same version, in one transaction: all of it, read
 * again and found the same, or nothing. Heads go along, so no device takes the target for another history
 * (docs/sync.md S-15). The source must be held: what a server wrote meanwhile would be forgotten.
 */
export async function moveDatabase(source: DatabaseSyncInstance, pool: Pool): Promise<MoveOutcome> {
  const client = await pool.connect();
  try {
    await client.query('begin; set local idle_in_transaction_session_timeout = 0');
    const outcome = await moveAll(source, client);
    if (outcome.kind !== 'moved') return outcome;
    const { command } = await client.query('commit');
    // PostgreSQL answers the commit of a failed transaction without an error.
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back');
    return outcome;
  } finally {
    // Closing the connection rolls back what was not committed.
    client.release(true);
  }
}

async function moveAll(source: DatabaseSyncInstance, client: ClientBase): Promise<MoveOutcome> {
  const matched = await matchTables(source, client);
  if (matched.kind === 'unknown') return matched;
  const names = matched.tables.map(({ name }) => quoteName(name)).join(', ');
  // Nobody claims the target meanwhile.
  await client.query(`lock table ${names} in access exclusive mode`);
  if (await isTaken(client, matched.tables)) return { kind: 'taken' };
  await client.query(`truncate ${names}`);
  const tables: ComparedTable[] = [];
  for (const table of matched.tables) {
    try {
      const copied = await copyTable(source, client, table);
      tables.push({ name: table.name, source: copied, target: await readBack(client, table) });
    } catch (error) {
      if (isRefusal(error)) return { kind: 'not-taken', table: table.name, why: error.message };
      throw error;
    }
  }
  return { kind: tables.every(isSame) ? 'moved' : 'differs', tables };
}

export function isSame({ source, target }: ComparedTable): boolean {
  return source.rows === target.rows && source.sha256 === target.sha256;
}

async function isTaken(client: ClientBase, tables: readonly MovedTable[]): Promise<boolean> {
  for (const { name } of tables.filter((table) => !beforeTheClaim.has(table.name))) {
    const { rows } = await client.query(`select 1 from ${quoteName(name)} limit 1`);
    if (rows.length > 0) return true;
  }
  return false;
}

/** A value, or a rule of the table: https://www.postgresql.org/docs/current/errcodes-appendix.html */
function isRefusal(error: unknown): error is DatabaseError {
  return error instanceof DatabaseError && /^(22|23|42)/.test(error.code ?? '');
}
