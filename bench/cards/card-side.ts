import type { CardReading } from '../../src/app/boot/card-reader.ts';
import type { Shot } from './photograph.ts';

export interface TimedReading {
  readonly reading: CardReading;
  readonly ms: number;
}

/** What the page that reads cards offers to the one who measures. Pictures are `data:` addresses. */
export interface CardSide {
  readFlat(dataUrl: string): Promise<TimedReading>;
  photograph(card: string, seed: number): Promise<{ readonly dataUrl: string; readonly shot: Shot }>;
}

declare global {
  var cardSide: CardSide;
}
