import * as z from 'zod/mini';
import type { Corners, Point } from '../../../exchange/card/picture.ts';
import { type FlattenCard, flattenCard } from '../flatten-card.ts';
import type { PictureQuestion } from './picture-questions.ts';
import { toPicture } from './to-picture.ts';

const point = z.object({ x: z.number(), y: z.number() });
const sizeSchema = z.object({ width: z.number(), height: z.number() });
const flatSchema = z.object({
  found: z.object({ corners: z.array(point), sure: z.number() }),
  size: sizeSchema,
});
const lookSchema = z.object({
  corners: z.array(point),
  sure: z.number(),
  sharpness: z.number(),
  /** Of the card, in pixels of the frame. */
  cardWidth: z.number(),
});

const answerSchema = z.object({
  id: z.number(),
  grey: z.optional(sizeSchema),
  flat: z.optional(flatSchema),
  look: z.optional(lookSchema),
});

type Answer = z.infer<typeof answerSchema> & {
  readonly picture: Blob | undefined;
  /** Of `grey`. */
  readonly pixels: Uint8ClampedArray | undefined;
};

export type FrameLook = Omit<z.infer<typeof lookSchema>, 'corners'> & { readonly corners: Corners };

export interface PictureWorker {
  /** As `toPicture`: undefined for what is no picture. */
  readonly toPicture: (picture: Blob | ImageBitmap, quarters?: number) => Promise<Blob | undefined>;
  readonly flatten: FlattenCard;
  /** Takes the frame. Undefined where this browser does not work on pictures beside the page. */
  readonly look: (frame: ImageBitmap) => Promise<FrameLook | undefined>;
  /** A JPEG of the frame that was looked at last. */
  readonly takeSeen: () => Promise<Blob | undefined>;
  readonly close: () => void;
}

/** Works on pictures beside the page, so that nothing that is tapped waits; on the page where a browser cannot. */
export function openPictureWorker(): PictureWorker {
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (answer: Answer | undefined) => void>();
  let count = 0;
  let isBroken = false;

  worker.addEventListener('message', (event: MessageEvent<unknown>) => {
    const answer = answerSchema.parse(event.data);
    waiting.get(answer.id)?.({ ...answer, picture: pictureOf(event.data), pixels: pixelsOf(event.data) });
    waiting.delete(answer.id);
  });
  const end = () => {
    isBroken = true;
    worker.terminate();
    for (const resolve of waiting.values()) resolve(undefined);
    waiting.clear();
  };
  // It did not load, and will answer nothing.
  worker.addEventListener('error', end);

  /** Undefined where it could not. */
  const ask = async (
    question: PictureQuestion,
    moved: readonly Transferable[] = [],
  ): Promise<Answer | undefined> => {
    if (isBroken) return undefined;
    count += 1;
    const id = count;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage({ ...question, id }, [...moved]);
    });
  };
  const askForPicture = async (question: PictureQuestion, moved: readonly Transferable[] = []) =>
    (await ask(question, moved))?.picture;

  return {
    async toPicture(given, quarters = 0) {
      // A bitmap that was handed over cannot be drawn here.
      if (given instanceof ImageBitmap) {
        return isBroken
          ? toPicture(given, quarters)
          : askForPicture({ kind: 'picture', picture: given, quarters }, [given]);
      }
      return (
        (await askForPicture({ kind: 'picture', picture: given, quarters })) ?? toPicture(given, quarters)
      );
    },
    async flatten(photo, corners) {
      const flat = (await ask({ kind: 'flatten', photo, corners }))?.flat;
      const found = flat && toCorners(flat.found.corners);
      if (found === undefined) return flattenCard(photo, corners);
      return {
        found: { corners: found, sure: flat?.found.sure ?? 0 },
        size: flat?.size ?? { width: 0, height: 0 },
        async turn(quarters) {
          const { grey, pixels, picture } = (await ask({ kind: 'turn', quarters })) ?? {};
          if (grey === undefined || pixels === undefined || picture === undefined) {
            throw new Error('It does not work on pictures any more');
          }
          return { grey: { ...grey, data: pixels }, picture };
        },
      };
    },
    async look(frame) {
      const look = (await ask({ kind: 'look', frame }, [frame]))?.look;
      const corners = look && toCorners(look.corners);
      return corners && { ...look, corners };
    },
    takeSeen: () => askForPicture({ kind: 'seen' }),
    close: end,
  };
}

function toCorners([a, b, c, d]: readonly Point[]): Corners | undefined {
  return a && b && c && d && [a, b, c, d];
}

function pictureOf(answer: unknown): Blob | undefined {
  if (typeof answer !== 'object' || answer === null || !('picture' in answer)) return undefined;
  return answer.picture instanceof Blob ? answer.picture : undefined;
}

function pixelsOf(answer: unknown): Uint8ClampedArray | undefined {
  if (typeof answer !== 'object' || answer === null || !('grey' in answer)) return undefined;
  const { grey } = answer;
  if (typeof grey !== 'object' || grey === null || !('data' in grey)) return undefined;
  return grey.data instanceof Uint8ClampedArray ? grey.data : undefined;
}
