import { encodeCanvas, openCanvas } from '../canvas.ts';

/** A card that fills the frame is still read well, and a picture takes half a megabyte. */
const longest = 2_200;
const quality = 0.9;

/** A JPEG, upright, made smaller, turned clockwise by `quarters`. Undefined for what is no picture. */
export async function toPicture(picture: Blob | ImageBitmap, quarters = 0): Promise<Blob | undefined> {
  try {
    const bitmap =
      picture instanceof ImageBitmap
        ? picture
        : await createImageBitmap(picture, { imageOrientation: 'from-image' });
    try {
      return await encode(bitmap, quarters);
    } finally {
      bitmap.close();
    }
  } catch {
    return undefined;
  }
}

async function encode(bitmap: ImageBitmap, quarters: number): Promise<Blob> {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const isOnSide = quarters % 2 !== 0;
  const { canvas, context } = openCanvas(isOnSide ? height : width, isOnSide ? width : height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((quarters * Math.PI) / 2);
  context.drawImage(bitmap, -width / 2, -height / 2, width, height);
  return encodeCanvas(canvas, 'image/jpeg', quality);
}
