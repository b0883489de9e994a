import type { ClaimedRecording, TranscriptionQueue } from './open-queue.ts';
import { createPace } from './pace.ts';
import { putBack } from './put-back.ts';
import { type Ended, type SenderParts, sendRecording } from './send-recording.ts';
import { createOutcomeTeller, type TranscriberLog } from './tell-outcome.ts';
import { nameSettings } from './transcribe-config.ts';
import { waiting } from './waiting.ts';

/** What is told of recordings as they arrive. */
export interface RecordingListener {
  /** All bytes of a file are here. Never rejects. */
  bytesArrived(accountId: string, hash: string): Promise<void>;
  /** A recording may have come into the queue. */
  wake(): void;
}

/** Writes recordings down in the background, by a service, for as long as this process runs. */
export interface Transcriber extends RecordingListener {
  start(log: TranscriberLog): void;
  /** Resolves when nothing is under way any more; what was is sent again by the next process. */
  close(): Promise<void>;
  /** How many came to which end since the start of this process. */
  readonly outcomes: ReadonlyMap<string, number>;
}

/** In milliseconds; shorter in tests. */
export interface TranscriberTimes {
  /** How long a claim lasts, and so how long a recording of a killed process waits for another one. */
  readonly claimMs: number;
  /** How often it is looked whether something is due that nobody said. */
  readonly lookMs: number;
  /** All waits after a failure are shortened to this part. */
  readonly part: number;
}

const usualTimes: TranscriberTimes = { claimMs: 90_000, lookMs: 60_000, part: 1 };
/** What is due and cannot be claimed is another process's for a moment. */
const leastWaitMs = 50;
/** Where files or rows were away. */
const awayMs = 30_000;

export interface TranscriberParts extends SenderParts {
  readonly queue: TranscriptionQueue;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly times?: TranscriberTimes;
}

export function createTranscriber(parts: TranscriberParts): Transcriber {
  const { queue, config, now, random, times = usualTimes } = parts;
  const nowMs = () => now().getTime();
  const settings = nameSettings(config);
  const stopping = new AbortController();
  const sleepers = waiting(stopping.signal);
  const pace = createPace({ nowMs, random, part: times.part });
  const outcomes = new Map<string, number>();
  let running: Promise<unknown> = Promise.resolve();

  async function settle(claimed: ClaimedRecording, tell: (ended: Ended) => void): Promise<void> {
    const ended = await sendWhileMine(claimed);
    outcomes.set(ended.kind, (outcomes.get(ended.kind) ?? 0) + 1);
    tell(ended);
    if (ended.kind === 'heard') pace.noteAnswered();
    else await putBack({ ...parts, pace, settings, nowMs }, claimed, ended);
  }

  /** Holds the claim for as long as it takes, and gives up where it is lost: the recording is gone then. */
  async function sendWhileMine(claimed: ClaimedRecording): Promise<Ended> {
    const lost = new AbortController();
    const keep = async () => {
      if (!(await queue.keep(claimed, nowMs() + times.claimMs))) lost.abort();
    };
    const keeping = setInterval(() => void keep().catch(() => undefined), times.claimMs / 3);
    try {
      return await sendRecording(parts, claimed, AbortSignal.any([stopping.signal, lost.signal]));
    } finally {
      clearInterval(keeping);
    }
  }

  /** One recording after the other, and then a sleep until the next one is due. */
  async function work(log: TranscriberLog, tell: (ended: Ended) => void): Promise<void> {
    while (!stopping.signal.aborted) {
      const seen = sleepers.seen();
      try {
        const isPaused = pace.pausedUntil() > nowMs();
        const claimed = isPaused ? undefined : await queue.claim(nowMs(), nowMs() + times.claimMs);
        if (claimed === undefined) {
          const nextAt = (await queue.nextAt()) ?? Number.POSITIVE_INFINITY;
          const atMs = Math.max(Math.min(nextAt, nowMs() + times.lookMs), pace.pausedUntil());
          await sleepers.wait(seen, Math.max(atMs - nowMs(), leastWaitMs));
        } else {
          await settle(claimed, tell);
        }
      } catch (error) {
        // The claim runs out, and the recording is sent again.
        tellFailure(log, error);
        await sleepers.wait(sleepers.seen(), awayMs * times.part);
      }
    }
  }

  async function begin(log: TranscriberLog): Promise<void> {
    await queue.begin(settings, nowMs()).catch((error: unknown) => tellFailure(log, error));
    const tell = createOutcomeTeller(log);
    await Promise.all(Array.from({ length: config.atOnce }, () => work(log, tell)));
  }

  return {
    outcomes,
    async bytesArrived(accountId, hash) {
      // What is missed here is found when it is looked for again.
      await queue.bytesArrived(accountId, hash).catch(() => undefined);
      sleepers.wake();
    },
    wake: sleepers.wake,
    start(log) {
      if (!stopping.signal.aborted) running = begin(log);
    },
    async close() {
      stopping.abort();
      await running;
    },
  };
}

function tellFailure(log: TranscriberLog, error: unknown): void {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  log.error({ failure: { name, message } }, 'Recordings cannot be written down just now');
}
