import { squareToCorners, throughPerspective } from '../../../../src/exchange/card/perspective.ts';
import type { Corners, GreyPicture, Picture, Point } from '../../../../src/exchange/card/picture.ts';

/** A picture whose every pixel is as bright as the function says, 0 to 255. */
export function drawPicture(
  width: number,
  height: number,
  brightAt: (x: number, y: number) => number,
): Picture {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    const bright = brightAt(at % width, Math.floor(at / width));
    data.set([bright, bright, bright, 255], at * 4);
  }
  return { width, height, data };
}

export function drawGrey(
  width: number,
  height: number,
  brightAt: (x: number, y: number) => number,
): GreyPicture {
  const data = new Uint8ClampedArray(width * height);
  for (let at = 0; at < data.length; at += 1) data[at] = brightAt(at % width, Math.floor(at / width));
  return { width, height, data };
}

/** Whether a point of the picture is between these corners, which run clockwise. */
export function isWithin(corners: Corners, { x, y }: Point): boolean {
  return corners.every((from, index) => {
    const to = corners[(index + 1) % 4] ?? from;
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) >= 0;
  });
}

/** Where a point of the card, 0 to 1 each way, is in the picture. */
export function placeOf(corners: Corners, point: Point): Point {
  const perspective = squareToCorners(corners);
  if (perspective === undefined) throw new Error('No card');
  return throughPerspective(perspective, point);
}
