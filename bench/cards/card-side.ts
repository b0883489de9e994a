import type { PhotoReading } from '../../src/app/boot/read-card.ts';
import type { Shot } from './photograph.ts';

export interface TimedReading {
  readonly reading: PhotoReading;
  readonly ms: number;
}

/** What the page that reads cards offers to the one who measures. Pictures are `data:` addresses. */
export interface CardSide {
  /** Reads as the app does. */
  read(picture: string, region: string): Promise<TimedReading>;
  photograph(card: string, seed: number): Promise<{ readonly picture: string; readonly shot: Shot }>;
}

declare global {
  var cardSide: CardSide;
}
