import type { Edit } from '../domain/row.ts';
import type { Stamp } from '../domain/stamp.ts';
import { maxBatchBytes, maxBatchEdits, type SyncRequest, type SyncResponse } from '../protocol/sync.ts';
import { protocolVersion } from '../protocol/version.ts';
import type { SendOutcome, SyncPosition, SyncStore, Transport } from './ports.ts';

const limits = { edits: maxBatchEdits, bytes: maxBatchBytes } as const;

/**
 * So many answers may wait to be taken in, and are then taken in by one transaction. With more of them a
 * save would have to wait longer for that.
 */
const mostWaiting = 2;

/** One request and what came of it. */
export interface Exchange {
  /** Where this device stands once all answers before are taken in. */
  readonly position: SyncPosition;
  readonly edits: readonly Edit[];
  readonly outcome: SendOutcome;
}

/** Requests that follow each other, while the answers before are still being taken in. */
export interface Pipeline {
  /** In their order: answers that leave nothing of what was sent in the outbox, or any one exchange. */
  take(): Promise<readonly [Exchange, ...Exchange[]]>;
  /** Nothing is under way, and nothing waits. */
  isEmpty(): boolean;
  /** Sends nothing more; resolves when nothing is under way. */
  end(): Promise<void>;
}

/**
 * Sends batch after batch, each from where the answer before it leads. Should an answer never get to the
 * device's disk, what followed it is sent again (sync.md S-8).
 */
export function startPipeline(store: SyncStore, transport: Transport, from: SyncPosition): Pipeline {
  const waiting: Exchange[] = [];
  let isEnded = false;
  let hasStopped = false;
  let onChange = () => {};
  const changed = () => new Promise<void>((resolve) => (onChange = resolve));

  async function run(): Promise<void> {
    let position: SyncPosition | undefined = from;
    let edits: readonly Edit[] = await store.readBatch(limits);
    while (position !== undefined && !isEnded) {
      const { exchange, behind } = await exchangeBatch(store, transport, position, edits);
      position = whereNext(exchange, behind);
      waiting.push(exchange);
      hasStopped = position === undefined;
      onChange();
      edits = behind;
      while (waiting.length >= mostWaiting && !isEnded) await changed();
    }
  }

  const running = run().finally(() => {
    hasStopped = true;
    onChange();
  });
  // It rejects where it is awaited.
  running.catch(() => undefined);

  async function take(): Promise<readonly [Exchange, ...Exchange[]]> {
    while (waiting.length === 0 && !hasStopped) await changed();
    const first = waiting.shift();
    if (first === undefined) {
      await running;
      throw new Error('Nothing was sent');
    }
    const others = isPlain(first) ? takePlain() : [];
    onChange();
    return [first, ...others];
  }

  function takePlain(): Exchange[] {
    const end = waiting.findIndex((exchange) => !isPlain(exchange));
    return waiting.splice(0, end < 0 ? waiting.length : end);
  }

  return {
    take,
    isEmpty: () => hasStopped && waiting.length === 0,
    async end() {
      isEnded = true;
      onChange();
      await running.catch(() => undefined);
    },
  };
}

/**
 * Reads the batch behind this one while this one is on its way. Settles only when it is no longer, also where
 * the device's database fails meanwhile: the lock is held for so long (sync.md S-17).
 */
async function exchangeBatch(
  store: SyncStore,
  transport: Transport,
  position: SyncPosition,
  edits: readonly Edit[],
): Promise<{ readonly exchange: Exchange; readonly behind: readonly Edit[] }> {
  const last = edits.at(-1);
  const sending = transport.send(makeRequest(position, edits));
  const reading = last === undefined ? [] : store.readBatch({ ...limits, after: last.stamp });
  await Promise.allSettled([sending, reading]);
  return { exchange: { position, edits, outcome: await sending }, behind: await reading };
}

/** Undefined when nothing is known to come, or what comes depends on how the answer is taken in. */
function whereNext(exchange: Exchange, behind: readonly Edit[]): SyncPosition | undefined {
  const { position, outcome } = exchange;
  if (outcome.kind !== 'answered' || !isPlain(exchange)) return undefined;
  const { head, cursor, more } = outcome.response;
  return behind.length > 0 || more ? { ...position, head, cursor } : undefined;
}

/** It is answered, leaves nothing of what was sent, and leads on. */
function isPlain({ position, edits, outcome }: Exchange): boolean {
  if (outcome.kind !== 'answered' || isHistoryLost(position, outcome.response)) return false;
  const { response } = outcome;
  return !isStalled(position, edits, response) && isSettled(edits, response);
}

/** The database was wiped, or restored from a backup that is older than what it told us (S-15). */
export function isHistoryLost(position: SyncPosition, response: SyncResponse): boolean {
  return position.head !== null && !response.isHeadKnown;
}

/** An answer that leads no further must not be asked for again at once: nothing of what was sent, no later cursor. */
export function isStalled(position: SyncPosition, edits: readonly Edit[], response: SyncResponse): boolean {
  const settled = settledStamps(response);
  if (edits.length > 0) return !edits.some(({ stamp }) => settled.has(stamp));
  return response.more && response.isHeadKnown && response.cursor <= position.cursor;
}

/** Nothing of it is left in the outbox. */
function isSettled(edits: readonly Edit[], response: SyncResponse): boolean {
  const settled = settledStamps(response);
  return edits.every(({ stamp }) => settled.has(stamp));
}

function settledStamps({ acknowledged, refused }: SyncResponse): ReadonlySet<Stamp> {
  return new Set([...acknowledged, ...refused.map(({ stamp }) => stamp)]);
}

function makeRequest(position: SyncPosition, edits: readonly Edit[]): SyncRequest {
  return {
    protocol: protocolVersion,
    account: position.account,
    device: position.device,
    head: position.head,
    cursor: position.cursor,
    edits,
  };
}
