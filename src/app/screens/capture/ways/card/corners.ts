import type { Corners, Point } from '../../../../../exchange/card/picture.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** The frame of the live view at the moment of the shutter. */
export interface Aim {
  /** The frame and the video, both in pixels of the screen. */
  readonly frame: Box;
  readonly view: Box;
  /** The video's own. */
  readonly video: Size;
}

/**
 * Where the frame lies in the picture. A camera's picture may show more than its video, above and below or at both
 * sides: the middle is the same.
 */
export function aimToCorners({ frame, view, video }: Aim, picture: Size): Corners {
  const scale = Math.min(picture.width / video.width, picture.height / video.height);
  const toPicture = (x: number, y: number): Point => ({
    x: ((x - view.left) / view.width - 0.5) * video.width * scale + picture.width / 2,
    y: ((y - view.top) / view.height - 0.5) * video.height * scale + picture.height / 2,
  });
  const [right, bottom] = [frame.left + frame.width, frame.top + frame.height];
  return [
    toPicture(frame.left, frame.top),
    toPicture(right, frame.top),
    toPicture(right, bottom),
    toPicture(frame.left, bottom),
  ];
}

/** With one of them elsewhere, within the picture. */
export function moveCorner(corners: Corners, index: number, to: Point, { width, height }: Size): Corners {
  const moved = { x: Math.min(width, Math.max(0, to.x)), y: Math.min(height, Math.max(0, to.y)) };
  const put = (place: number, corner: Point) => (place === index ? moved : corner);
  const [a, b, c, d] = corners;
  return [put(0, a), put(1, b), put(2, c), put(3, d)];
}
