import { createCardReader } from '../../../src/app/boot/card-reader.ts';
import type { CardSide } from '../card-side.ts';

const reader = createCardReader();

const side: CardSide = {
  async readFlat(dataUrl) {
    const picture = await (await fetch(dataUrl)).blob();
    const start = performance.now();
    const reading = await reader.read(picture);
    return { reading, ms: performance.now() - start };
  },
};

globalThis.cardSide = side;
