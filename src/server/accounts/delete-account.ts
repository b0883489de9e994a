import type { IncomingHttpHeaders } from 'node:http';
import { type Kysely, sql, type TableMetadata, type Transaction } from 'kysely';
import { type FileStorage, FilesAwayError } from '../files/file-storage.ts';
import { errorCode } from '../start-up-problem.ts';
import type { DialectName } from '../storage/dialect.ts';
import type { Schema } from '../storage/schema.ts';
import type { AuthOptions } from './create-auth.ts';
import { findUser } from './find-user.ts';

export type DeleteOutcome = 'deleted' | 'others-here';

/** After all others, in this order, so that nothing goes before what names it. */
const lastTables = ['row', 'head', 'session', 'credential', 'passkey', 'member', 'account', 'user'];
/** It says that the account was there, and nothing of it. */
const keptTable = 'deletion';

/**
 * Deletes who is signed in, with everything in their account, in one transaction; files follow (`eraseFiles`). The
 * one who may invite leaves others behind only knowingly. What stays is that it happened, and when.
 */
export async function deleteAccount(
  options: AuthOptions,
  { leavesOthers }: { readonly leavesOthers: boolean },
  headers: IncomingHttpHeaders,
): Promise<DeleteOutcome> {
  const { userId, accountId, role, email } = await findUser(options, headers);
  const { db, dialect } = options;
  const deleteAll = async (trx: Transaction<Schema>): Promise<DeleteOutcome> => {
    if (role === 'owner' && !leavesOthers && (await hasOthers(trx, accountId))) return 'others-here';
    // Sessions first, as whoever links a device locks them: in another order the two would wait for each other.
    await trx.deleteFrom('session').where('userId', '=', userId).execute();
    // Devices push meanwhile: who waits for this lock finds no account behind it (postgres/account-state.ts).
    const account = trx.selectFrom('account').select('id').where('id', '=', accountId);
    if (dialect === 'postgres') await account.forUpdate().execute();
    await deleteEverywhere(trx, dialect, { accountId, userId });
    await trx.deleteFrom('verification').where('value', '=', userId).execute();
    await trx.deleteFrom('invitation').where('email', '=', email.toLowerCase()).execute();
    const deleted_at = new Date().toISOString();
    await trx
      .insertInto('deletion')
      .values({ account_id: accountId, deleted_at, files_gone_at: null })
      .execute();
    return 'deleted';
  };
  return againAfterDeadlock(() => db.transaction().execute(deleteAll));
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: deadlock_detected. All was rolled back. */
const deadlock = '40P01';
const tries = 5;

async function againAfterDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let left = tries; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (errorCode(error) !== deadlock || left === 1) throw error;
    }
  }
}

/** A part that was on its way when its account went has come long before. */
const lateMs = 24 * 3_600_000;

/**
 * The files of deleted accounts that may be there. A process that ended before it was done, and one whose store
 * was away, goes on at the next start.
 */
export async function eraseFiles(db: Kysely<Schema>, files: Pick<FileStorage, 'removeAll'>): Promise<void> {
  const lately = new Date(Date.now() - lateMs).toISOString();
  const open = await db
    .selectFrom('deletion')
    .select('account_id')
    .where((where) => where.or([where('files_gone_at', 'is', null), where('deleted_at', '>', lately)]))
    .execute();
  for (const { account_id } of open) {
    if (!(await areRemoved(files, account_id))) return;
    const files_gone_at = new Date().toISOString();
    await db.updateTable('deletion').set({ files_gone_at }).where('account_id', '=', account_id).execute();
  }
}

async function areRemoved(files: Pick<FileStorage, 'removeAll'>, accountId: string): Promise<boolean> {
  try {
    await files.removeAll(accountId);
    return true;
  } catch (error) {
    if (error instanceof FilesAwayError) return false;
    throw error;
  }
}

/** Asks the database for its tables: one that is added later is not forgotten. */
async function deleteEverywhere(trx: Transaction<Schema>, dialect: DialectName, owned: Owned): Promise<void> {
  const here = await readSchemaName(trx, dialect);
  const tables = (await trx.introspection.getTables()).filter(
    ({ isView, name, schema }) => !isView && name !== keptTable && schema === here,
  );
  const ordered = tables.sort((a, b) => lastTables.indexOf(a.name) - lastTables.indexOf(b.name));
  for (const table of ordered) {
    const [column, id] = ownerOf(table, owned) ?? [];
    if (column === undefined || id === undefined) continue;
    await sql`delete from ${sql.table(table.name)} where ${sql.ref(column)} = ${id}`.execute(trx);
  }
}

/** Others' tables may lie beside ours. SQLite has no such names. */
async function readSchemaName(trx: Transaction<Schema>, dialect: DialectName): Promise<string | undefined> {
  if (dialect === 'sqlite') return undefined;
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(trx);
  return rows[0]?.name;
}

interface Owned {
  readonly accountId: string;
  readonly userId: string;
}

/** By which column a table's rows belong to somebody. */
function ownerOf(
  { name, columns }: TableMetadata,
  { accountId, userId }: Owned,
): [string, string] | undefined {
  if (name === 'account') return ['id', accountId];
  if (name === 'user') return ['id', userId];
  const has = (column: string) => columns.some((one) => one.name === column);
  if (has('account_id')) return ['account_id', accountId];
  if (has('userId')) return ['userId', userId];
  return has('user_id') ? ['user_id', userId] : undefined;
}

async function hasOthers(db: Kysely<Schema>, accountId: string): Promise<boolean> {
  const other = db.selectFrom('member').select('user_id').where('account_id', '!=', accountId);
  return (await other.executeTakeFirst()) !== undefined;
}
