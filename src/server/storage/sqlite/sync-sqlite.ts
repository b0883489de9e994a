import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../schema.ts';
import type { SyncAnswer, SyncInput } from '../storage.ts';
import { pullPage } from './pull-page.ts';
import { pushEdits } from './push-edits.ts';

interface Synced extends SyncAnswer {
  /** True when a row is other than before. */
  readonly isChanged: boolean;
}

/** Push and pull of each device in one transaction, so that no reader sees half of a batch (docs/sync.md S-4, S-11). */
export function syncSqlite(
  db: Kysely<Schema>,
  inputs: readonly SyncInput[],
  makeId: () => string,
): Promise<Synced[]> {
  return db.transaction().execute(async (trx) => {
    const answers: Synced[] = [];
    for (const input of inputs) answers.push(await syncDevice(trx, input, makeId));
    return answers;
  });
}

async function syncDevice(trx: Transaction<Schema>, input: SyncInput, makeId: () => string): Promise<Synced> {
  const { accountId } = input;
  const isHeadKnown = await findHead(trx, input);
  const cursor = isHeadKnown ? input.cursor : 0;
  const pushed = await pushEdits(trx, input, cursor);
  const head = pushed.isChanged ? await drawHead(trx, accountId, makeId()) : await readHead(trx, accountId);
  const page = await pullPage(trx, { accountId, cursor, ...pushed });
  const { acknowledged, refused, isChanged } = pushed;
  return { head, isHeadKnown, acknowledged, refused, isChanged, ...page };
}

/** False proves that this database was wiped or restored: what the device sent since may be missing (S-15). */
async function findHead(trx: Transaction<Schema>, { accountId, head }: SyncInput): Promise<boolean> {
  if (head === null) return false;
  const heads = trx
    .selectFrom('head')
    .select('id')
    .where('account_id', '=', accountId)
    .where('id', '=', head);
  return (await heads.executeTakeFirst()) !== undefined;
}

async function drawHead(trx: Transaction<Schema>, accountId: string, head: string): Promise<string> {
  await trx.insertInto('head').values({ account_id: accountId, id: head }).execute();
  await trx.updateTable('account').set({ head }).where('id', '=', accountId).execute();
  return head;
}

async function readHead(trx: Transaction<Schema>, accountId: string): Promise<string> {
  const account = trx.selectFrom('account').select('head').where('id', '=', accountId);
  return (await account.executeTakeFirstOrThrow()).head;
}
