import { createCardReader } from '../../../src/app/boot/card-reader.ts';
import type { Picture } from '../../../src/exchange/card/picture.ts';
import type { CardSide } from '../card-side.ts';
import { photograph, planShot } from '../photograph.ts';

const reader = createCardReader();

const side: CardSide = {
  async readFlat(dataUrl) {
    const picture = await (await fetch(dataUrl)).blob();
    const start = performance.now();
    const reading = await reader.read(picture);
    return { reading, ms: performance.now() - start };
  },
  async photograph(card, seed) {
    const picture = await decode(card);
    const shot = planShot(seed, picture.width / picture.height);
    return { dataUrl: encode(photograph(picture, shot), shot.quality), shot };
  },
};

globalThis.cardSide = side;

async function decode(dataUrl: string): Promise<Picture> {
  const bitmap = await createImageBitmap(await (await fetch(dataUrl)).blob());
  const context = contextOf(bitmap.width, bitmap.height).context;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

function encode({ width, height, data }: Picture, quality: number): string {
  const { canvas, context } = contextOf(width, height);
  context.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  return canvas.toDataURL('image/jpeg', quality);
}

function contextOf(width: number, height: number) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas here');
  return { canvas, context };
}
