/** A canvas to draw on, in a page or beside one: at least one pixel. */
export function openCanvas(wide: number, high: number) {
  const width = Math.max(1, Math.round(wide));
  const height = Math.max(1, Math.round(high));
  const canvas = makeCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  // Both kinds draw alike; TypeScript does not know it of their union.
  if (context === null || !('drawImage' in context)) throw new Error('No canvas here');
  context.imageSmoothingQuality = 'high';
  return { canvas, context, width, height };
}

function makeCanvas(width: number, height: number): OffscreenCanvas | HTMLCanvasElement {
  if (typeof OffscreenCanvas === 'function') return new OffscreenCanvas(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

/** A file of what was drawn; `quality` is 0 to 1, of a JPEG. Rejects where it is too large. */
export async function encodeCanvas(
  canvas: OffscreenCanvas | HTMLCanvasElement,
  type: 'image/png' | 'image/jpeg',
  quality?: number,
): Promise<Blob> {
  if ('convertToBlob' in canvas)
    return canvas.convertToBlob({ type, ...(quality !== undefined && { quality }) });
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture is too large')) : resolve(blob)),
      type,
      quality,
    );
  });
}
