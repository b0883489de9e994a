import {
  type CardLook,
  isCardInSight,
  isReadyToTake,
  nextStillness,
  noStillness,
} from '../../../exchange/card/stillness.ts';
import type { FrameLook } from './open-picture-worker.ts';

/** Between the starts of two looks. */
const restMs = 120;

export interface CardWatch {
  /** A frame to look at; undefined while there is none. */
  readonly look: () => Promise<FrameLook | undefined>;
  readonly isOn: () => boolean;
  readonly onLook: (look: CardLook | undefined, isStill: boolean) => void;
}

/** Resolves when a card has lain still for a moment and is sharp; undefined when nobody watches any more. */
export async function waitForCard({ look, isOn, onLook }: CardWatch): Promise<FrameLook | undefined> {
  let stillness = noStillness;
  while (isOn()) {
    const [seen] = await Promise.all([look(), pause(restMs)]);
    if (!isOn()) return undefined;
    stillness = seen === undefined ? noStillness : nextStillness(stillness, seen);
    onLook(seen !== undefined && isCardInSight(seen) ? seen : undefined, stillness.count > 0);
    if (isReadyToTake(stillness)) return seen;
  }
  return undefined;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
