import { squareToCorners } from './perspective.ts';
import type { Corners, GreyPicture, Picture, Point } from './picture.ts';

/** Text of 7 points on a card is 25 pixels high at this width, which reads best; more only takes longer. */
const widths = { least: 1_000, most: 1_400 } as const;

/** A card's own shadow is taken for its edge; printers keep text three times as far from the edge as this share. */
const trim = 0.012;

/** The card between these corners, flat and as if seen from above, in grey; `isTrimmed` cuts its very edge off. */
export function straighten(picture: Picture, corners: Corners, isTrimmed: boolean): GreyPicture {
  const { width, height } = flatSize(corners);
  const data = new Uint8ClampedArray(width * height);
  const perspective = squareToCorners(corners);
  if (perspective === undefined) return { width, height, data };
  const [a, b, c, d, e, f, g, h] = perspective;
  const edge = isTrimmed ? trim : 0;
  const across = (1 - 2 * edge) / width;
  const down = (1 - 2 * edge) / height;
  // `throughPerspective` without its points: it is asked a million times.
  for (let y = 0, at = 0; y < height; y += 1) {
    const v = edge + (y + 0.5) * down;
    for (let x = 0; x < width; x += 1, at += 1) {
      const u = edge + (x + 0.5) * across;
      const depth = g * u + h * v + 1;
      data[at] = greyAt(picture, (a * u + b * v + c) / depth - 0.5, (d * u + e * v + f) / depth - 0.5);
    }
  }
  return { width, height, data };
}

/** As large as it is in the picture, within bounds: the longer of two opposite sides is the nearer one. */
function flatSize([a, b, c, d]: Corners): { readonly width: number; readonly height: number } {
  const length = (p: Point, q: Point) => Math.hypot(p.x - q.x, p.y - q.y);
  const wide = (length(a, b) + length(c, d)) / 2;
  const high = (length(b, c) + length(d, a)) / 2;
  const longer = Math.max(length(a, b), length(c, d), length(b, c), length(d, a));
  const scale = Math.min(widths.most, Math.max(widths.least, longer)) / Math.max(wide, high);
  return { width: Math.max(1, Math.round(wide * scale)), height: Math.max(1, Math.round(high * scale)) };
}

/** Between four pixels, each weighed by how near it is; at the border the nearest one. */
function greyAt({ width, height, data }: Picture, x: number, y: number): number {
  const left = Math.min(Math.max(Math.floor(x), 0), width - 2);
  const top = Math.min(Math.max(Math.floor(y), 0), height - 2);
  const across = Math.min(Math.max(x - left, 0), 1);
  const down = Math.min(Math.max(y - top, 0), 1);
  const at = (top * width + left) * 4;
  const under = at + width * 4;
  const upper = lumaAt(data, at) * (1 - across) + lumaAt(data, at + 4) * across;
  const lower = lumaAt(data, under) * (1 - across) + lumaAt(data, under + 4) * across;
  return upper * (1 - down) + lower * down;
}

/** ITU-R BT.601. */
function lumaAt(data: Uint8ClampedArray, at: number): number {
  return (data[at] ?? 0) * 0.299 + (data[at + 1] ?? 0) * 0.587 + (data[at + 2] ?? 0) * 0.114;
}
