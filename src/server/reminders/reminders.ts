import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Reminder } from '../../protocol/push.ts';
import { runTogether } from '../storage/run-together.ts';
import { waiting } from '../transcription/waiting.ts';
import { createLanes, type LaneLimits, usualLimits } from './lanes.ts';
import type { ClaimedPush, ReminderOutbox } from './outbox.ts';
import { lateMs } from './plan-due.ts';
import type { PushAnswer, PushPoster } from './post-push.ts';
import type { PushMessage, PushTarget } from './push-message.ts';
import { whenPushAgain } from './when-push-again.ts';

/** Reminds agents in the evening and in the morning, for as long as this process runs. */
export interface Reminders {
  start(log: ReminderLog): void;
  /** Resolves when nothing is under way any more; what has not gone out is for the next process. */
  close(): Promise<void>;
  /** How many came to which end since the start of this process. */
  readonly outcomes: ReadonlyMap<string, number>;
}

type ReminderLog = Pick<FastifyBaseLogger, 'error'>;

/** In milliseconds; shorter in tests. */
export interface ReminderTimes {
  /** How long a claim lasts, and so how long a reminder of a killed process waits for another one. */
  readonly claimMs: number;
  /** How often it is looked whether something is due that nobody said. */
  readonly lookMs: number;
  /** For one answer of a push service. */
  readonly timeoutMs: number;
  /** How long the end of the process waits for answers. */
  readonly patienceMs: number;
  /** All waits after a failure are shortened to this part. */
  readonly part: number;
}

export const usualTimes: ReminderTimes = {
  claimMs: 20_000,
  lookMs: 5_000,
  timeoutMs: 10_000,
  patienceMs: 3_000,
  part: 1,
};
/** What is due and cannot be claimed is another process's for a moment. */
const leastWaitMs = 50;
const awayMs = 5_000;
/** Of one transaction: pushes that begin, or have ended, together. */
const maxTogether = 200;

export interface RemindersParts {
  readonly outbox: ReminderOutbox;
  readonly poster: Pick<PushPoster, 'post' | 'close'>;
  /** What a reminder says at that moment; undefined where there is nothing to say. */
  readonly compose: (push: Pick<ClaimedPush, 'accountId' | 'kind' | 'zone'>) => Promise<Reminder | undefined>;
  /** Throws for a device whose key is none. */
  readonly write: (target: PushTarget, reminder: Reminder, ttlSeconds: number) => PushMessage;
  readonly nowMs: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Where one process has the database for itself, no claim of an earlier one holds. */
  readonly isAlone: boolean;
  readonly times?: ReminderTimes;
  readonly limits?: LaneLimits;
}

type Ended = PushAnswer | { readonly kind: 'quiet' | 'late' | 'lost' | 'failed' };

export function createReminders(parts: RemindersParts): Reminders {
  const { outbox, poster, compose, write, nowMs, random, isAlone } = parts;
  const { times = usualTimes, limits = usualLimits } = parts;
  const stopping = new AbortController();
  const sleepers = waiting(stopping.signal);
  const outcomes = new Map<string, number>();
  let running: Promise<unknown> = Promise.resolve();
  let log: ReminderLog | undefined;
  let sweptAtMs = 0;

  const together = <Output>(runAll: (pushes: readonly ClaimedPush[]) => Promise<readonly Output[]>) =>
    runTogether({ runAll, weigh: () => 1, maxWeight: maxTogether, nextTurn: () => nextTurn() });
  const start = together(async (pushes) => {
    const started = await outbox.start(pushes, nowMs() + times.claimMs);
    return pushes.map((push) => started.has(push));
  });
  const drop = together(async (pushes) => {
    await outbox.drop(pushes);
    return pushes.map(() => undefined);
  });

  const lanes = createLanes<ClaimedPush>({
    hostOf: ({ host }) => host,
    run: settle,
    onRoom: sleepers.wake,
    limits,
  });

  async function settle(push: ClaimedPush, signal: AbortSignal): Promise<'answered' | 'trouble'> {
    try {
      const ended = await send(push, signal);
      outcomes.set(ended.kind, (outcomes.get(ended.kind) ?? 0) + 1);
      await note(push, ended);
      return isTrouble(ended) ? 'trouble' : 'answered';
    } catch (error) {
      // The database is away. The claim runs out; what has gone out by then goes no second time.
      tellFailure(error);
      return 'answered';
    }
  }

  async function send(push: ClaimedPush, signal: AbortSignal): Promise<Ended> {
    const leftMs = push.dueAtMs + lateMs - nowMs();
    if (leftMs <= 0) return { kind: 'late' };
    const reminder = await compose(push);
    if (reminder === undefined) return { kind: 'quiet' };
    const message = tryWrite(push, reminder, Math.ceil(leftMs / 1_000));
    if (message === undefined) return { kind: 'gone' };
    // On record first: whatever ends this process, it is not sent again.
    if (!(await start(push))) return { kind: 'lost' };
    return poster.post({ endpoint: push.endpoint, ...message, timeoutMs: times.timeoutMs, signal });
  }

  function tryWrite(push: ClaimedPush, reminder: Reminder, ttl: number): PushMessage | undefined {
    try {
      return write(push, reminder, ttl);
    } catch {
      return undefined;
    }
  }

  async function note(push: ClaimedPush, ended: Ended): Promise<void> {
    if (ended.kind === 'lost') return;
    if (ended.kind === 'gone') return outbox.removeDevice(push);
    if (ended.kind !== 'busy' && ended.kind !== 'unreachable') return drop(push);
    const retryAfter = ended.kind === 'busy' ? ended.retryAfter : undefined;
    const attempts = push.attempts + 1;
    const waitMs = whenPushAgain({ attempts, retryAfter, nowMs: nowMs(), random: random() }) * times.part;
    const nextAt = nowMs() + waitMs;
    if (nextAt >= push.dueAtMs + lateMs) return drop(push);
    // It is seen at the next look, long before that time.
    await outbox.putBack(push, nextAt, attempts);
  }

  async function claimSome(): Promise<void> {
    for (const host of await outbox.listHosts(nowMs())) {
      const room = lanes.room(host);
      if (room === 0 || stopping.signal.aborted) continue;
      lanes.add(await outbox.claim(host, room, nowMs(), nowMs() + times.claimMs));
    }
  }

  /** Plans what is due and sends it; then a sleep until something is due again, or there is room for more. */
  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      const seen = sleepers.seen();
      try {
        const hasPlanned = await outbox.planDue(nowMs());
        await claimSome();
        if (hasPlanned) continue;
        await sweepNowAndThen();
        const nextAt = (await outbox.nextAt(lanes.full())) ?? Number.POSITIVE_INFINITY;
        await sleepers.wait(seen, Math.max(Math.min(nextAt - nowMs(), times.lookMs), leastWaitMs));
      } catch (error) {
        tellFailure(error);
        await sleepers.wait(sleepers.seen(), awayMs * times.part);
      }
    }
  }

  async function sweepNowAndThen(): Promise<void> {
    const now = nowMs();
    if (Math.abs(now - sweptAtMs) < times.lookMs) return;
    sweptAtMs = now;
    await outbox.sweep(now);
  }

  function tellFailure(error: unknown): void {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    log?.error({ failure: { name, message } }, 'Reminders cannot be sent just now');
  }

  return {
    outcomes,
    start(given) {
      if (stopping.signal.aborted) return;
      log = given;
      running = (isAlone ? outbox.freeClaims().catch(tellFailure) : Promise.resolve()).then(work);
    },
    async close() {
      stopping.abort();
      await running;
      const left = await lanes.close(times.patienceMs);
      if (left.length > 0) await outbox.release(left).catch(() => undefined);
      poster.close();
    },
  };
}

/** Nothing came of it, or only after a long time. */
function isTrouble({ kind }: Ended): boolean {
  return kind === 'busy' || kind === 'unreachable' || kind === 'unsure';
}
