import { type CardInput, createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import type { RecallState } from './recall-state.ts';

/**
 * Whole days apart, no steps within a day, and no chance in it: devices that know the same work out the same
 * (FSRS 6, its weights as published).
 */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: 365 });

/**
 * What is known after an answer at that moment; `state` is undefined for somebody who was never asked about.
 * A clock that ran back counts as no time gone by.
 */
export function scheduleRecall(
  state: RecallState | undefined,
  isRemembered: boolean,
  nowMs: number,
): RecallState {
  const seenMs = state === undefined ? nowMs : Math.max(nowMs, Date.parse(state.seenAt));
  const now = new Date(seenMs);
  const card = state === undefined ? createEmptyCard(now) : recallToCard(state);
  const { card: next } = scheduler.next(card, now, isRemembered ? Rating.Good : Rating.Again);
  return {
    due: next.due.toISOString(),
    stability: next.stability,
    difficulty: next.difficulty,
    reps: next.reps,
    lapses: next.lapses,
    state: next.state,
    steps: next.learning_steps,
    seenAt: now.toISOString(),
  };
}

/** The days that it leaves out are worked out anew from `last_review`. */
function recallToCard({ steps, seenAt, ...state }: RecallState): CardInput {
  return { ...state, learning_steps: steps, last_review: seenAt, elapsed_days: 0, scheduled_days: 0 };
}
