import { findCorners } from '../../../exchange/card/find-corners.ts';
import type { GreyPicture } from '../../../exchange/card/picture.ts';
import { measureSharpness } from '../../../exchange/card/sharpness.ts';
import type { CardLook } from '../../../exchange/card/stillness.ts';
import { openCanvas } from '../canvas.ts';
import { type FlatCard, flattenCard } from '../flatten-card.ts';
import type { PictureQuestion } from './picture-questions.ts';
import { toPicture } from './to-picture.ts';

/** Corners are found at 400 pixels; half as many again leave them exact. */
const lookEdge = 640;
/** A card is read at this width, and so it is judged at it. */
const readWidth = 1_000;

let flat: FlatCard | undefined;
let seen: ImageBitmap | undefined;

addEventListener('message', ({ data }: MessageEvent<{ readonly id: number } & PictureQuestion>) => {
  answer(data).then(
    (found) => postMessage({ id: data.id, ...found }),
    () => postMessage({ id: data.id }),
  );
});

async function answer(question: PictureQuestion): Promise<object> {
  switch (question.kind) {
    case 'picture':
      return { picture: await toPicture(question.picture, question.quarters) };
    case 'flatten': {
      flat = await flattenCard(question.photo, question.corners);
      return { flat: { found: flat.found, size: flat.size } };
    }
    case 'turn':
      return { ...(await flat?.turn(question.quarters)) };
    case 'look':
      seen?.close();
      seen = question.frame;
      return { look: lookAt(question.frame) };
    case 'seen': {
      const taken = seen;
      seen = undefined;
      return { picture: taken && (await toPicture(taken)) };
    }
  }
}

function lookAt(frame: ImageBitmap): CardLook & { readonly cardWidth: number } {
  const scale = Math.min(1, lookEdge / Math.max(frame.width, frame.height));
  const { context, width, height } = openCanvas(frame.width * scale, frame.height * scale);
  context.drawImage(frame, 0, 0, width, height);
  const { corners, sure } = findCorners(context.getImageData(0, 0, width, height));
  const [a, b, c, d] = corners;
  const share = ({ x, y }: typeof a) => ({ x: x / width, y: y / height });
  const cardWidth = Math.max(Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(d.x - a.x, d.y - a.y)) / scale;
  const sharpness = sure === 0 ? 0 : measureSharpness(cropCard(frame, [a, b, c, d], scale, cardWidth));
  return { corners: [share(a), share(b), share(c), share(d)], sure, sharpness, cardWidth };
}

/** What stands on the card, without its own edges, no larger than it is read. */
function cropCard(
  frame: ImageBitmap,
  corners: readonly { readonly x: number; readonly y: number }[],
  scale: number,
  cardWidth: number,
): GreyPicture {
  const [xs, ys] = [corners.map(({ x }) => x / scale), corners.map(({ y }) => y / scale)].map((all) =>
    all.sort((one, other) => one - other),
  );
  // Between the inner ones of the corners: what is beside the card has edges of its own.
  const inside = (sorted: readonly number[] = []) => {
    const [, from = 0, to = 0] = sorted;
    const margin = (to - from) * 0.04;
    return { from: from + margin, length: Math.max(1, to - from - 2 * margin) };
  };
  const [wide, high] = [inside(xs), inside(ys)];
  const shrunk = Math.min(1, readWidth / cardWidth);
  const { context, width, height } = openCanvas(wide.length * shrunk, high.length * shrunk);
  context.drawImage(frame, wide.from, high.from, wide.length, high.length, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const grey = new Uint8ClampedArray(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    grey[at] = 0.3 * (data[at * 4] ?? 0) + 0.59 * (data[at * 4 + 1] ?? 0) + 0.11 * (data[at * 4 + 2] ?? 0);
  }
  return { width, height, data: grey };
}
