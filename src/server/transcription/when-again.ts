import type { Outcome } from './read-answer.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How many recordings may go wrong one after the other before there is a pause between them. */
const failuresInARow = 3;

/** What is known when a recording has come back without words. */
export interface Tries {
  /** Of this recording, this one included. */
  readonly attempts: number;
  /** Of whatever recording, since the last one that went well, this one included. */
  readonly inARow: number;
  /** From 0 to 1. */
  readonly random: number;
  readonly nowMs: number;
}

export interface Again {
  /** How long this recording waits, in milliseconds. */
  readonly waitMs: number;
  /** How long nothing at all is sent. */
  readonly pauseMs: number;
  /** Whether it counts as a try of the recording. */
  readonly isAttempt: boolean;
}

export type Unheard = Exclude<Outcome, { kind: 'heard' | 'refused' }>;

/**
 * When a recording is sent again, without an end. Where the service is at fault, all wait for it together and the
 * recording is not counted against; otherwise it waits alone, an hour at most, and others go on.
 */
export function whenAgain(outcome: Unheard, { attempts, inARow, random, nowMs }: Tries): Again {
  const jitter = (ms: number) => Math.round(ms * (0.5 + random / 2));
  const growing = (first: number, times: number, most: number) =>
    jitter(Math.min(first * 2 ** Math.min(times - 1, 30), most));
  const together = (ms: number) => ({ waitMs: ms, pauseMs: ms, isAttempt: false });
  switch (outcome.kind) {
    case 'aborted':
      return together(0);
    case 'denied':
    case 'misdirected':
      return together(jitter(2 * hour));
    case 'unreachable':
      return together(growing(5 * second, inARow, 10 * minute));
    case 'busy': {
      const asked = readRetryAfter(outcome.retryAfter, nowMs) + Math.round(random * second);
      // Not before what was asked for, nor at once where that was nothing.
      return together(Math.max(asked, growing(10 * second, inARow, 30 * minute)));
    }
    default:
      return {
        waitMs: growing(30 * second, attempts, 2 * hour),
        pauseMs: inARow >= failuresInARow ? jitter(2 * minute) : 0,
        isAttempt: true,
      };
  }
}

/** RFC 9110, 10.2.3: seconds, or a date. Milliseconds, a day at most; 0 for anything else. */
function readRetryAfter(given: string | undefined, nowMs: number): number {
  const text = given?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text) * second, day);
  const ms = /^[A-Z][a-z]+,? /.test(text) ? Date.parse(text) - nowMs : 0;
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(ms, 0), day);
}
