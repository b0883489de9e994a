import type { Corners } from './picture.ts';

/** What one frame of a camera shows. */
export interface CardLook {
  /** In shares of the frame's width and height, 0 to 1. */
  readonly corners: Corners;
  /** As `findCorners` says it; 0 where there is no card. */
  readonly sure: number;
  /** As `measureSharpness` says it, of the card at the size at which it is read. */
  readonly sharpness: number;
}

export interface Stillness {
  readonly last: CardLook | undefined;
  /** Frames in a row in which the card lay where it was in the one before. */
  readonly count: number;
}

export const noStillness: Stillness = { last: undefined, count: 0 };

const leastSure = 0.75;
/** Of the frame: a card that is farther away is too small to be read. */
const leastArea = 0.16;
/** Shares of the frame, from one look to the next. */
const mostMoved = 0.012;
const enough = 2;
/** A lens that spreads each point by more than two pixels of a card that is 1,000 wide. */
const leastSharpness = 0.22;

export function nextStillness(before: Stillness, look: CardLook): Stillness {
  if (!isCardInSight(look)) return noStillness;
  const isStill = before.last !== undefined && movedBetween(before.last.corners, look.corners) < mostMoved;
  return { last: look, count: isStill ? before.count + 1 : 0 };
}

/** Whether the shutter may be released: it has lain still for a moment, and is sharp now. */
export function isReadyToTake({ last, count }: Stillness): boolean {
  return last !== undefined && count >= enough && isSharp(last.sharpness);
}

export function isSharp(sharpness: number): boolean {
  return sharpness >= leastSharpness;
}

export function isCardInSight({ corners, sure }: CardLook): boolean {
  return sure >= leastSure && areaOf(corners) >= leastArea;
}

function movedBetween(before: Corners, now: Corners): number {
  return Math.max(
    ...now.map(({ x, y }, index) => Math.hypot(x - (before[index]?.x ?? 0), y - (before[index]?.y ?? 0))),
  );
}

function areaOf([a, b, c, d]: Corners): number {
  return Math.abs((c.x - a.x) * (d.y - b.y) - (d.x - b.x) * (c.y - a.y)) / 2;
}
