import type { Outcome } from './read-answer.ts';
import { type Unheard, whenAgain } from './when-again.ts';

/** When one process sends again. Times are milliseconds since 1970. */
export interface Pace {
  /** Until then nothing is sent. */
  pausedUntil(): number;
  /** That the service has answered for a recording, one way or the other. */
  noteAnswered(): void;
  /** That it has not: when the recording is due again, and how often it has been tried by then. */
  noteUnheard(outcome: Unheard, attempts: number): { readonly nextAt: number; readonly attempts: number };
}

interface PaceParts {
  readonly nowMs: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** All waits are shortened to this part. */
  readonly part: number;
}

export function createPace({ nowMs, random, part }: PaceParts): Pace {
  let [pausedUntil, inARow] = [0, 0];
  return {
    pausedUntil: () => pausedUntil,
    noteAnswered() {
      inARow = 0;
    },
    noteUnheard(outcome, attempts) {
      if (!isOurs(outcome)) inARow += 1;
      const now = nowMs();
      const tries = { attempts: attempts + 1, inARow, random: random(), nowMs: now };
      const { waitMs, pauseMs, isAttempt } = whenAgain(outcome, tries);
      pausedUntil = Math.max(pausedUntil, now + pauseMs * part);
      return { nextAt: Math.round(now + waitMs * part), attempts: attempts + Number(isAttempt) };
    },
  };
}

const isOurs = ({ kind }: Outcome) => kind === 'aborted';
