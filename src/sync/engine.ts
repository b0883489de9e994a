import type { Lock, Timer } from './ports.ts';
import { retryDelay } from './retry.ts';
import { isToRetry, type SyncOutcome } from './round.ts';
import { type SyncPorts, syncAll } from './sync-all.ts';

export interface SyncEngine {
  /** What every trigger calls (sync.md S-17). Resolves when all that was waiting at the call was tried. */
  request(): Promise<SyncOutcome>;
  stop(): void;
}

interface EnginePorts extends SyncPorts {
  readonly lock: Lock;
  readonly timer: Timer;
  /** Milliseconds since 1970, from the wall clock. */
  readonly nowMs: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly onError: (error: unknown) => void;
  readonly onOutcome: (outcome: SyncOutcome) => void;
}

/** A server that asks for more made a mistake. */
const longestPauseMs = 3_600_000;

export function createSyncEngine(ports: EnginePorts): SyncEngine {
  let running: Promise<SyncOutcome> | undefined;
  let queued: Promise<SyncOutcome> | undefined;
  let cancelRetry = () => {};
  let failures = 0;
  let pause = { sinceMs: 0, forMs: 0 };
  let isStopped = false;

  /** The device's database died under the round, as Safari's does on waking up; or there is a bug. Both are tried again. */
  function failRound(error: unknown): SyncOutcome {
    ports.onError(error);
    return { kind: 'failed' };
  }

  /** Milliseconds for which the server asked to be left alone; 0 for none, or when the clock was set back. */
  function askedMs(): number {
    const leftMs = pause.sinceMs + pause.forMs - ports.nowMs();
    return leftMs <= pause.forMs ? Math.max(0, leftMs) : 0;
  }

  function tryAgainIn(ms: number): void {
    cancelRetry();
    if (!isStopped) cancelRetry = ports.timer(() => void request(), ms);
  }

  async function run(): Promise<SyncOutcome> {
    const leftMs = askedMs();
    if (leftMs > 0) {
      tryAgainIn(leftMs);
      return { kind: 'failed', retryAfterMs: leftMs };
    }
    cancelRetry();
    const outcome = await ports.lock(() => syncAll(ports)).catch(failRound);
    failures = isToRetry(outcome) ? failures + 1 : 0;
    if (isToRetry(outcome)) {
      const asked = 'retryAfterMs' in outcome ? (outcome.retryAfterMs ?? 0) : 0;
      pause = { sinceMs: ports.nowMs(), forMs: Math.min(asked, longestPauseMs) };
      tryAgainIn(retryDelay(failures, ports.random(), pause.forMs));
    }
    ports.onOutcome(outcome);
    return outcome;
  }

  function start(): Promise<SyncOutcome> {
    queued = undefined;
    running = run().finally(() => {
      running = undefined;
    });
    return running;
  }

  function request(): Promise<SyncOutcome> {
    if (running === undefined) return start();
    // A round under way may have read the outbox already: one more follows it, however many ask.
    queued ??= running.then(start, start);
    return queued;
  }

  return {
    request,
    stop() {
      isStopped = true;
      cancelRetry();
    },
  };
}
