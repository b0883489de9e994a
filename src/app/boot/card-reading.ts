import { createCardReader } from './card-reader.ts';
import { readCard } from './read-card.ts';

/** What reads cards, which the camera does without. */
export function openCardReading() {
  return { reader: createCardReader(), readCard };
}
