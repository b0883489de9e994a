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

/** One request and what came of it. */
interface Exchange {
  readonly edits: readonly Edit[];
  readonly outcome: SendOutcome;
  /** The batch behind `edits`. */
  readonly behind: readonly Edit[];
}

/** The next exchange, under way while the answer before it is taken in. */
interface Early {
  /** Where this device stands once that answer is taken in. */
  readonly position: SyncPosition;
  readonly exchange: Promise<Exchange>;
}

/**
 * Pushes batches and pulls pages until nothing is left on either side (sync.md S-4).
 * Call it under the lock. Stopping it anywhere loses nothing: what was not settled is sent again.
 */
export async function runSync(store: SyncStore, transport: Transport): Promise<SyncOutcome> {
  let hasStartedOver = false;
  let early: Early | undefined;
  let position = await store.readPosition();
  for (;;) {
    if (position === undefined) return endDisconnected(early);
    const { edits, outcome, behind } = await takeExchange(store, transport, position, early);
    if (outcome.kind !== 'answered') return endUnanswered(store, outcome, position.account);
    const { response } = outcome;
    const isLost = isHistoryLost(position, response);
    // Two databases that take turns behind one address would have everything sent for ever.
    if (isStalled(position, edits, response) || (isLost && hasStartedOver)) return { kind: 'failed' };
    hasStartedOver ||= isLost;
    const canGoOn = !isLost && isSettled(edits, response);
    early = canGoOn ? sendEarly(store, transport, position, response, behind) : undefined;
    const { account } = position;
    position = await store.settle(response, isLost, account).catch((error) => endEarly(early, error));
    if (!isLost && early === undefined && (await isAllThrough(store, edits, response)))
      return { kind: 'done' };
  }
}

/** The lock is held for as long as a request is on its way (S-17). */
async function endEarly(early: Early | undefined, error: unknown): Promise<never> {
  await early?.exchange.catch(() => undefined);
  throw error;
}

/** Somebody signed out while an answer was taken in. */
async function endDisconnected(early: Early | undefined): Promise<SyncOutcome> {
  await early?.exchange.catch(() => undefined);
  return { kind: 'not-connected' };
}

async function endUnanswered(
  store: SyncStore,
  outcome: Exclude<SendOutcome, { kind: 'answered' }>,
  account: string,
): Promise<SyncOutcome> {
  if (outcome.kind === 'signed-out') await store.markSignedOut(account);
  return outcome;
}

/** The early one, unless the device stands elsewhere by now: then it is as if no answer had come. */
async function takeExchange(
  store: SyncStore,
  transport: Transport,
  position: SyncPosition,
  early: Early | undefined,
): Promise<Exchange> {
  const exchange = await early?.exchange;
  if (exchange !== undefined && isSame(early?.position, position)) return exchange;
  return exchangeBatch(store, transport, position, await store.readBatch(limits));
}

/**
 * Sends what comes next before this answer is on the disk; undefined when nothing is known to come. Should
 * the answer never get there, what was sent early is sent again (S-8). Never rejects before it is awaited.
 */
function sendEarly(
  store: SyncStore,
  transport: Transport,
  before: SyncPosition,
  { head, cursor, more }: SyncResponse,
  edits: readonly Edit[],
): Early | undefined {
  if (edits.length === 0 && !more) return undefined;
  const position = { ...before, head, cursor };
  const exchange = exchangeBatch(store, transport, position, edits);
  exchange.catch(() => undefined);
  return { position, exchange };
}

/** Reads the batch behind this one while this one is on its way. */
async function exchangeBatch(
  store: SyncStore,
  transport: Transport,
  position: SyncPosition,
  edits: readonly Edit[],
): Promise<Exchange> {
  const last = edits.at(-1);
  const [outcome, behind] = await Promise.all([
    transport.send(makeRequest(position, edits)),
    last === undefined ? [] : store.readBatch({ ...limits, after: last.stamp }),
  ]);
  return { edits, outcome, behind };
}

function isSame(a: SyncPosition | undefined, b: SyncPosition): boolean {
  return a?.account === b.account && a.device === b.device && a.head === b.head && a.cursor === b.cursor;
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

/** Nothing of it is left in the outbox. */
function isSettled(edits: readonly Edit[], response: SyncResponse): boolean {
  const settled = settledStamps(response);
  return edits.every(({ stamp }) => settled.has(stamp));
}

function settledStamps({ acknowledged, refused }: SyncResponse): ReadonlySet<Stamp> {
  return new Set([...acknowledged, ...refused.map(({ stamp }) => stamp)]);
}

/** After a batch, what was saved or came back into the outbox meanwhile is looked for too. */
async function isAllThrough(
  store: SyncStore,
  edits: readonly Edit[],
  { more }: SyncResponse,
): Promise<boolean> {
  if (more) return false;
  return edits.length === 0 || (await store.readBatch({ edits: 1, bytes: 1 })).length === 0;
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
