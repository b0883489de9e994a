/** RGBA, four bytes a pixel, row by row from the top: the shape of the browser's ImageData. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** One byte a pixel: 0 is black. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Of a card in a picture, clockwise from where its first line of text begins (or, unknown, from the top left). */
export type Corners = readonly [Point, Point, Point, Point];

/** In all three colours alike. */
export function greyToPicture({ width, height, data: grey }: GreyPicture): Picture {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += 4) {
    const value = grey[pixel] ?? 0;
    data[at] = value;
    data[at + 1] = value;
    data[at + 2] = value;
    data[at + 3] = 255;
  }
  return { width, height, data };
}

/** Turned clockwise by quarters: 1 is 90 degrees. */
export function turnByQuarters(picture: GreyPicture, quarters: number): GreyPicture {
  const turns = ((quarters % 4) + 4) % 4;
  if (turns === 0) return picture;
  const { width, height, data } = picture;
  const [newWidth, newHeight] = turns === 2 ? [width, height] : [height, width];
  const turned = new Uint8ClampedArray(data.length);
  for (let y = 0; y < newHeight; y += 1) {
    for (let x = 0; x < newWidth; x += 1) {
      const from =
        turns === 1
          ? (height - 1 - x) * width + y
          : turns === 2
            ? (height - 1 - y) * width + (width - 1 - x)
            : x * width + (width - 1 - y);
      turned[y * newWidth + x] = data[from] ?? 0;
    }
  }
  return { width: newWidth, height: newHeight, data: turned };
}

/** Made smaller by averaging, so that its longer side has at most `longest` pixels; the same one when it has. */
export function shrinkPicture(picture: Picture, longest: number): Picture {
  const { width, height, data } = picture;
  const scale = Math.max(width, height) / longest;
  if (scale <= 1) return picture;
  const [newWidth, newHeight] = [
    Math.max(1, Math.round(width / scale)),
    Math.max(1, Math.round(height / scale)),
  ];
  const small = new Uint8ClampedArray(newWidth * newHeight * 4);
  for (let y = 0; y < newHeight; y += 1) {
    const [top, bottom] = spanOf(y, height / newHeight, height);
    for (let x = 0; x < newWidth; x += 1) {
      const [left, right] = spanOf(x, width / newWidth, width);
      averageInto(small, (y * newWidth + x) * 4, data, width, { left, top, right, bottom });
    }
  }
  return { width: newWidth, height: newHeight, data: small };
}

function spanOf(index: number, size: number, limit: number): [number, number] {
  const from = Math.floor(index * size);
  return [from, Math.min(limit, Math.max(from + 1, Math.floor((index + 1) * size)))];
}

interface Span {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function averageInto(
  into: Uint8ClampedArray,
  at: number,
  data: Uint8ClampedArray,
  width: number,
  { left, top, right, bottom }: Span,
): void {
  let [red, green, blue] = [0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left, from = (y * width + left) * 4; x < right; x += 1, from += 4) {
      red += data[from] ?? 0;
      green += data[from + 1] ?? 0;
      blue += data[from + 2] ?? 0;
    }
  }
  const count = (right - left) * (bottom - top);
  into[at] = red / count;
  into[at + 1] = green / count;
  into[at + 2] = blue / count;
  into[at + 3] = 255;
}
