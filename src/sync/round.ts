import type { Edit } from '../domain/row.ts';
import { maxBatchBytes, maxBatchEdits, type SyncRequest, type SyncResponse } from '../protocol/sync.ts';
import { protocolVersion } from '../protocol/version.ts';
import type { SendOutcome, SyncPosition, SyncStore, Transport } from './ports.ts';

export type SyncOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'not-connected' }
  | Exclude<SendOutcome, { kind: 'answered' }>;

/**
 * Pushes batches and pulls pages until nothing is left on either side (sync.md S-4).
 * Call it under the lock. Stopping it anywhere loses nothing: what was not settled is sent again.
 */
export async function runSync(store: SyncStore, transport: Transport): Promise<SyncOutcome> {
  let hasStartedOver = false;
  for (;;) {
    const position = await store.readPosition();
    if (position === undefined) return { kind: 'not-connected' };
    const edits = await store.readBatch({ edits: maxBatchEdits, bytes: maxBatchBytes });
    const outcome = await transport.send(makeRequest(position, edits));
    if (outcome.kind === 'signed-out') await store.markSignedOut(position.account);
    if (outcome.kind !== 'answered') return outcome;
    const { response } = outcome;
    const isLost = isHistoryLost(position, response);
    // Two databases that take turns behind one address would have everything sent for ever.
    if (isStalled(position, edits, response) || (isLost && hasStartedOver)) return { kind: 'failed' };
    hasStartedOver ||= isLost;
    await store.settle(response, isLost, position.account);
    const isLastBatch = edits.length === 0 || (await store.readBatch({ edits: 1, bytes: 1 })).length === 0;
    if (isLastBatch && !response.more && !isLost) return { kind: 'done' };
  }
}

/** The database was wiped, or restored from a backup that is older than what it told us (S-15). */
function isHistoryLost(position: SyncPosition, response: SyncResponse): boolean {
  return position.head !== null && !response.isHeadKnown;
}

/** An answer that leads no further must not be asked for again at once: nothing of what was sent, no later cursor. */
function isStalled(position: SyncPosition, edits: readonly Edit[], response: SyncResponse): boolean {
  const settled = new Set([...response.acknowledged, ...response.refused.map(({ stamp }) => stamp)]);
  if (edits.length > 0) return !edits.some(({ stamp }) => settled.has(stamp));
  return response.more && response.isHeadKnown && response.cursor === position.cursor;
}

function makeRequest(position: SyncPosition, edits: readonly Edit[]): SyncRequest {
  return {
    protocol: protocolVersion,
    account: position.account,
    device: position.device,
    head: position.head,
    cursor: position.cursor,
    edits: edits.map(editToWire),
  };
}

function editToWire({ table, id, stamp, values, replaces, isResent }: Edit): SyncRequest['edits'][number] {
  const wire = { table, id, stamp, values: { ...values } };
  return {
    ...wire,
    ...(replaces === undefined ? {} : { replaces: { ...replaces } }),
    ...(isResent ? { isResent } : {}),
  };
}
