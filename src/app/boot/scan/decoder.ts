import * as z from 'zod/mini';

const answerSchema = z.object({ id: z.number(), texts: z.optional(z.array(z.string())) });

/** Longest edges in pixels. A frame is read by turns small, which is quick, and whole, for dense codes. */
const quickEdge = 960;
const wholeEdge = 1920;
/** A photograph is read at one after the other until a code is found. */
const pictureEdges = [2000, 1000, 4000, 600];

type Texts = readonly string[] | undefined;

export interface Decoder {
  /** Takes the frame: it is empty afterwards. Undefined when this browser decodes nothing. */
  readonly decodeFrame: (frame: ImageBitmap) => Promise<Texts>;
  /** Undefined when this browser cannot open the picture. */
  readonly decodePicture: (picture: Blob) => Promise<Texts>;
  readonly close: () => void;
}

/** Decodes in a worker: a frame takes tens of milliseconds, and nothing that is tapped waits for one. */
export function openDecoder(): Decoder {
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (texts: Texts) => void>();
  let count = 0;

  let isBroken = false;

  worker.addEventListener('message', (event: MessageEvent<unknown>) => {
    const { id, texts } = answerSchema.parse(event.data);
    waiting.get(id)?.(texts);
    waiting.delete(id);
  });
  // It did not load, and will answer nothing.
  worker.addEventListener('error', () => {
    isBroken = true;
    for (const resolve of waiting.values()) resolve(undefined);
    waiting.clear();
  });

  const decode = async (image: ImageBitmap | Blob, edges: readonly number[]): Promise<Texts> => {
    if (isBroken) return undefined;
    count += 1;
    const id = count;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage({ id, image, edges }, image instanceof ImageBitmap ? [image] : []);
    });
  };

  return {
    decodeFrame: (frame) => decode(frame, [count % 2 === 0 ? quickEdge : wholeEdge]),
    decodePicture: async (picture) => {
      const texts = await decode(picture, pictureEdges);
      if (texts !== undefined) return texts;
      const drawn = await drawPicture(picture);
      return drawn === undefined ? undefined : decode(drawn, pictureEdges);
    },
    close: () => worker.terminate(),
  };
}

/** By the page's own images, which open more kinds of files than workers do. */
async function drawPicture(picture: Blob): Promise<ImageBitmap | undefined> {
  const image = new Image();
  image.src = URL.createObjectURL(picture);
  try {
    await image.decode();
    return await createImageBitmap(image);
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}
