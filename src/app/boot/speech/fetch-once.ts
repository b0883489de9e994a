import type { FetchedModel } from '../../ports/speech.ts';

export interface FetchOptions {
  /** Told 0 to 1. */
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal | undefined;
}

interface Running {
  readonly outcome: Promise<FetchedModel>;
  readonly stop: AbortController;
  readonly listeners: Set<FetchOptions['onProgress']>;
  done: number;
}

/** A page fetches once at a time; it goes on while other rooms are looked at, and who comes back joins it. */
let running: Running | undefined;

export function isFetching(): boolean {
  return running !== undefined;
}

/** Starts, or joins what runs; whoever cancels ends it for all. */
export async function fetchOnce(
  start: (options: FetchOptions) => Promise<FetchedModel>,
  { onProgress, signal }: FetchOptions,
): Promise<FetchedModel> {
  running ??= begin(start);
  const { outcome, stop, listeners, done } = running;
  const cancel = () => stop.abort();
  if (signal?.aborted === true) cancel();
  signal?.addEventListener('abort', cancel);
  listeners.add(onProgress);
  onProgress(done);
  try {
    return await outcome;
  } finally {
    listeners.delete(onProgress);
    signal?.removeEventListener('abort', cancel);
  }
}

function begin(start: (options: FetchOptions) => Promise<FetchedModel>): Running {
  const stop = new AbortController();
  const listeners: Running['listeners'] = new Set();
  const onProgress = (done: number) => {
    begun.done = done;
    for (const listener of listeners) listener(done);
  };
  // Not before the caller has it: progress may be told at once.
  const outcome = Promise.resolve()
    .then(() => start({ onProgress, signal: stop.signal }))
    .finally(() => {
      running = undefined;
    });
  const begun: Running = { outcome, stop, listeners, done: 0 };
  return begun;
}
