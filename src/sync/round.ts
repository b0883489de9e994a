import { joinAnswers } from './join-answers.ts';
import { type Exchange, isHistoryLost, isStalled, type Pipeline, startPipeline } from './pipeline.ts';
import type { SendOutcome, SyncPosition, SyncStore, Transport } from './ports.ts';

export type SyncOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'not-connected' }
  | Exclude<SendOutcome, { kind: 'answered' }>;

/** It may go otherwise the next time, with nothing done by a person. */
export function isToRetry({ kind }: SyncOutcome): boolean {
  return kind === 'unreachable' || kind === 'failed' || kind === 'full';
}

/**
 * Pushes batches and pulls pages until nothing is left on either side (sync.md S-4).
 * Call it under the lock. Stopping it anywhere loses nothing: what was not settled is sent again.
 */
export async function runSync(store: SyncStore, transport: Transport): Promise<SyncOutcome> {
  const answers = sendFrom(store, transport);
  let hasStartedOver = false;
  let position = await store.readPosition();
  try {
    // Undefined: signed out, perhaps while an answer was taken in.
    while (position !== undefined) {
      const { account } = position;
      const taken = await answers.take(position);
      const { outcome } = taken[0];
      if (outcome.kind !== 'answered') return endUnanswered(store, outcome, account);
      const isLost = isHistoryLost(position, outcome.response);
      if (leadsNowhere(taken[0], isLost && hasStartedOver)) return { kind: 'failed' };
      hasStartedOver ||= isLost;
      const response = joinAnswers(outcome.response, taken.slice(1).flatMap(responsesOf));
      position = await store.settle(response, isLost, account);
      const isQuiet = answers.isEmpty() && !isLost && !response.more;
      if (isQuiet && (await isAllThrough(store, taken))) return { kind: 'done' };
    }
    return { kind: 'not-connected' };
  } finally {
    // The lock is held for as long as a request is on its way (S-17).
    await answers.end();
  }
}

/** Sends on from wherever the device stands. */
function sendFrom(store: SyncStore, transport: Transport) {
  let pipeline: Pipeline | undefined;
  const end = async () => {
    await pipeline?.end();
    pipeline = undefined;
  };
  return {
    end,
    async take(position: SyncPosition): ReturnType<Pipeline['take']> {
      for (;;) {
        pipeline ??= startPipeline(store, transport, position);
        const taken = await pipeline.take();
        if (isSame(taken[0].position, position)) return taken;
        // It is as if no answer had come.
        await end();
      }
    },
    /** True when nothing is under way; then what is taken next is read from the outbox anew. */
    isEmpty(): boolean {
      if (pipeline?.isEmpty()) pipeline = undefined;
      return pipeline === undefined;
    },
  };
}

/** Two databases that take turns behind one address would have everything sent for ever, too. */
function leadsNowhere({ position, edits, outcome }: Exchange, isLostAgain: boolean): boolean {
  return isLostAgain || (outcome.kind === 'answered' && isStalled(position, edits, outcome.response));
}

function responsesOf({ outcome }: Exchange) {
  return outcome.kind === 'answered' ? [outcome.response] : [];
}

async function endUnanswered(
  store: SyncStore,
  outcome: Exclude<SendOutcome, { kind: 'answered' }>,
  account: string,
): Promise<SyncOutcome> {
  if (outcome.kind === 'signed-out') await store.markSignedOut(account);
  return outcome;
}

function isSame(a: SyncPosition, b: SyncPosition): boolean {
  return a.account === b.account && a.device === b.device && a.head === b.head && a.cursor === b.cursor;
}

/** After a batch, what was saved or came back into the outbox meanwhile is looked for too. */
async function isAllThrough(store: SyncStore, taken: readonly Exchange[]): Promise<boolean> {
  if (taken.at(-1)?.edits.length === 0) return true;
  return (await store.readBatch({ edits: 1, bytes: 1 })).length === 0;
}
