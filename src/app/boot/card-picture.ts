import type { GreyPicture, Picture } from '../../exchange/card/picture.ts';
import { greyToPicture } from '../../exchange/card/picture.ts';

/** A card that fills the frame has still 1,400 pixels after straightening; a camera's own twelve million take seconds. */
const longest = 2_200;

/** The pixels of a photograph, upright as its camera was held, made smaller. Rejects for what is no picture. */
export async function decodePicture(photo: Blob): Promise<Picture> {
  const bitmap = await createImageBitmap(photo, { imageOrientation: 'from-image' });
  try {
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
    const { context, width, height } = openCanvas(bitmap.width * scale, bitmap.height * scale);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  } finally {
    bitmap.close();
  }
}

/** As a PNG file, without loss. */
export async function encodeGrey(grey: GreyPicture): Promise<Blob> {
  const { width, height, data } = greyToPicture(grey);
  const { canvas, context } = openCanvas(width, height);
  const pixels = context.createImageData(width, height);
  pixels.data.set(data);
  context.putImageData(pixels, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture is too large')) : resolve(blob)),
      'image/png',
    );
  });
}

function openCanvas(wide: number, high: number) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(wide));
  canvas.height = Math.max(1, Math.round(high));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('No canvas here');
  return { canvas, context, width: canvas.width, height: canvas.height };
}
