import type { Pool } from 'pg';
import type { SyncAnswer, SyncInput } from '../storage.ts';
import { readAccount } from './account-state.ts';
import { pullPage } from './pull-page.ts';
import { type PushedInput, pushGroup } from './push-group.ts';
import { runTransaction } from './run-transaction.ts';

/**
 * Pushes a group in one transaction, then reads what each device gets. `onWritten` is called within the
 * transaction with the inputs that changed a row. A page that cannot be read fails its group, which is then
 * pushed again and brings nothing new (docs/sync.md S-8).
 */
export async function syncGroup(
  pool: Pool,
  inputs: readonly SyncInput[],
  makeId: () => string,
  onWriting: (client: Parameters<typeof pushGroup>[0], changed: readonly SyncInput[]) => Promise<void>,
): Promise<(SyncAnswer & { readonly isChanged: boolean })[]> {
  const pushed = await runTransaction(pool, async (client) => {
    const { outcome, writes } = await pushGroup(client, inputs, makeId);
    const changed = inputs.filter((_, place) => outcome[place]?.isChanged === true);
    return { outcome, writes: [...writes, onWriting(client, changed)] };
  });
  return Promise.all(pushed.map((answer) => addPage(pool, answer)));
}

async function addPage(pool: Pool, { pull, ...answer }: PushedInput) {
  return { ...answer, ...(await pullPage(pool, pull)) };
}

/** A device that brings nothing waits for no lock. */
export async function pullOnly(pool: Pool, input: SyncInput): Promise<SyncAnswer> {
  const { accountId } = input;
  const { head, seq, known } = await readAccount(pool, accountId, input.head);
  const isHeadKnown = known.length > 0;
  const cursor = isHeadKnown ? input.cursor : 0;
  const page = await pullPage(pool, { accountId, cursor, seq, echoes: [] });
  return { head, isHeadKnown, acknowledged: [], refused: [], ...page };
}
