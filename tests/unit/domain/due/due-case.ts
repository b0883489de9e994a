import type { Due } from '../../../../src/domain/due/find-due.ts';
import type { NextTouch, Rhythm } from '../../../../src/domain/due/next-touch.ts';

/** What somebody expects, as they would tell it. */
export interface DueCase {
  readonly told: string;
  readonly zone: string;
  readonly next?: NextTouch;
  readonly rhythm?: Rhythm;
  /** ISO 8601, UTC. */
  readonly touchedAt?: readonly string[];
  /** The day that it is then put off to, and when they were in touch after that. */
  readonly putOffTo?: string;
  readonly thenTouchedAt?: readonly string[];
  readonly due: Due | undefined;
}

export const detroit = 'America/Detroit';
export const tokyo = 'Asia/Tokyo';
export const call = (on: string): NextTouch => ({ on, way: 'call' });
export const each = (every: number, unit: Rhythm['unit'], from: string): Rhythm => ({ every, unit, from });
export const agreed = (on: string): Due => ({ on, way: 'call', by: 'next' });
export const byRhythm = (on: string): Due => ({ on, way: undefined, by: 'rhythm' });
