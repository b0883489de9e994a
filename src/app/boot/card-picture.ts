import type { GreyPicture, Picture } from '../../exchange/card/picture.ts';
import { greyToPicture } from '../../exchange/card/picture.ts';
import { encodeCanvas, openCanvas } from './canvas.ts';

/** A card that fills the frame has still 1,400 pixels after straightening; a camera's own twelve million take seconds. */
const longest = 2_200;

/** The pixels of a photograph, upright as its camera was held, made smaller. Rejects for what is no picture. */
export async function decodePicture(photo: Blob): Promise<Picture> {
  const bitmap = await createImageBitmap(photo, { imageOrientation: 'from-image' });
  try {
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
    const { context, width, height } = openCanvas(bitmap.width * scale, bitmap.height * scale);
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
  return encodeCanvas(canvas, 'image/png');
}
