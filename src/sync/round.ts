import type { Edit } from '../domain/row.ts';
import type { Stamp } from '../domain/stamp.ts';
import { maxBatchBytes, maxBatchEdits, type SyncRequest, type SyncResponse } from '../protocol/sync.ts';
import { protocolVersion } from '../protocol/version.ts';
import type { SendOutcome, SyncPosition, SyncStore, Transport } from './ports.ts';

const limits = { edits: maxBatchEdits, bytes: maxBatchBytes } as const;

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
  let ahead: readonly Edit[] = [];
  for (;;) {
    const position = await store.readPosition();
    if (position === undefined) return { kind: 'not-connected' };
    const edits = await nextBatch(store, ahead);
    const { outcome, behind } = await sendBatch(store, transport, position, edits);
    if (outcome.kind !== 'answered') return outcome;
    const { response } = outcome;
    const isLost = isHistoryLost(position, response);
    // Two databases that take turns behind one address would have everything sent for ever.
    if (isStalled(position, edits, response) || (isLost && hasStartedOver)) return { kind: 'failed' };
    hasStartedOver ||= isLost;
    await store.settle(response, isLost);
    // What was not answered for, or came back into the outbox, lies before what was read ahead.
    ahead = isSettled(edits, response, isLost) ? behind : [];
    const isAllPulled = !response.more && !isLost;
    if (isAllPulled && (await isAllPushed(store, edits, ahead))) return { kind: 'done' };
  }
}

/** Reads the batch behind this one while this one is on its way. */
async function sendBatch(
  store: SyncStore,
  transport: Transport,
  position: SyncPosition,
  edits: readonly Edit[],
): Promise<{ outcome: SendOutcome; behind: readonly Edit[] }> {
  const last = edits.at(-1);
  const [outcome, behind] = await Promise.all([
    transport.send(makeRequest(position, edits)),
    last === undefined ? [] : store.readBatch({ ...limits, after: last.stamp }),
  ]);
  if (outcome.kind === 'signed-out') await store.markSignedOut();
  return { outcome, behind };
}

/** The database was wiped, or restored from a backup that is older than what it told us (S-15). */
function isHistoryLost(position: SyncPosition, response: SyncResponse): boolean {
  return position.head !== null && !response.isHeadKnown;
}

/** An answer that leads no further must not be asked for again at once: nothing of what was sent, no later cursor. */
function isStalled(position: SyncPosition, edits: readonly Edit[], response: SyncResponse): boolean {
  const settled = settledStamps(response);
  if (edits.length > 0) return !edits.some(({ stamp }) => settled.has(stamp));
  return response.more && response.isHeadKnown && response.cursor === position.cursor;
}

function isSettled(edits: readonly Edit[], response: SyncResponse, isLost: boolean): boolean {
  if (isLost) return false;
  const settled = settledStamps(response);
  return edits.every(({ stamp }) => settled.has(stamp));
}

function settledStamps({ acknowledged, refused }: SyncResponse): ReadonlySet<Stamp> {
  return new Set([...acknowledged, ...refused.map(({ stamp }) => stamp)]);
}

async function nextBatch(store: SyncStore, ahead: readonly Edit[]): Promise<readonly Edit[]> {
  return ahead.length > 0 ? ahead : store.readBatch(limits);
}

async function isAllPushed(
  store: SyncStore,
  edits: readonly Edit[],
  ahead: readonly Edit[],
): Promise<boolean> {
  if (edits.length === 0) return true;
  return ahead.length === 0 && (await store.readBatch({ edits: 1, bytes: 1 })).length === 0;
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

function editToWire({ table, id, stamp, values, replaces }: Edit): SyncRequest['edits'][number] {
  const wire = { table, id, stamp, values: { ...values } };
  return replaces === undefined ? wire : { ...wire, replaces: { ...replaces } };
}
