import { decodePicture } from '../../../src/app/boot/card-picture.ts';
import { createCardReader } from '../../../src/app/boot/card-reader.ts';
import { readCard } from '../../../src/app/boot/read-card.ts';
import type { Picture } from '../../../src/exchange/card/picture.ts';
import type { CardSide } from '../card-side.ts';
import { photograph, planShot } from '../photograph.ts';

const reader = createCardReader();

const side: CardSide = {
  async read(picture, region) {
    const photo = await (await fetch(picture)).blob();
    const start = performance.now();
    const reading = await readCard(reader, photo, { region });
    return { reading, ms: performance.now() - start };
  },
  async photograph(card, seed) {
    const drawn = await decodePicture(await (await fetch(card)).blob());
    const shot = planShot(seed, drawn.width / drawn.height);
    return { picture: encode(photograph(drawn, shot), shot.quality), shot };
  },
};

globalThis.cardSide = side;

function encode({ width, height, data }: Picture, quality: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas here');
  const pixels = context.createImageData(width, height);
  pixels.data.set(data);
  context.putImageData(pixels, 0, 0);
  return canvas.toDataURL('image/jpeg', quality);
}
