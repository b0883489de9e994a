import { findNativeDetector } from './native-detector.ts';
import { loadReader, readCodes } from './read-codes.ts';

interface Question {
  readonly id: number;
  readonly image: ImageBitmap | Blob;
  /** Longest edges to read it at, until a code is found. */
  readonly edges: readonly number[];
}

let native = findNativeDetector(globalThis);

// While the camera starts.
void native.then((detect) => (detect === undefined ? loadReader() : undefined)).catch(() => undefined);

addEventListener('message', (event: MessageEvent<Question>) => void answer(event.data));

async function answer({ id, image, edges }: Question): Promise<void> {
  postMessage({ id, texts: await read(image, edges).catch(() => undefined) });
}

async function read(image: Question['image'], edges: readonly number[]): Promise<readonly string[]> {
  const bitmap = image instanceof Blob ? await createImageBitmap(image) : image;
  try {
    const texts = await readNatively(bitmap);
    // What the browser's own does not see in a frame it may in the next; a picture has but one chance.
    const isDone = texts !== undefined && (texts.length > 0 || !(image instanceof Blob));
    return isDone ? texts : await readAtEdges(bitmap, edges);
  } finally {
    bitmap.close();
  }
}

/** Undefined where the browser has none that works. One that broke once is not asked again. */
async function readNatively(bitmap: ImageBitmap): Promise<readonly string[] | undefined> {
  const detect = await native;
  try {
    return await detect?.(bitmap);
  } catch {
    native = Promise.resolve(undefined);
    return undefined;
  }
}

async function readAtEdges(bitmap: ImageBitmap, edges: readonly number[]): Promise<readonly string[]> {
  const longest = Math.max(bitmap.width, bitmap.height);
  for (const edge of new Set(edges.map((wanted) => Math.min(wanted, longest)))) {
    const texts = await readCodes(drawAt(bitmap, edge / longest));
    if (texts.length > 0) return texts;
  }
  return [];
}

function drawAt(bitmap: ImageBitmap, scale: number): ImageData {
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('No canvas');
  // A picture with holes in it is seen on paper.
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(bitmap, 0, 0, width, height);
  return pen.getImageData(0, 0, width, height);
}
