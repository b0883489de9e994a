import type { Corners, Point } from './picture.ts';

/** A plane onto a plane (a homography): `x' = (ax + by + c) / (gx + hy + 1)`, `y' = (dx + ey + f) / (gx + hy + 1)`. */
export type Perspective = readonly [number, number, number, number, number, number, number, number];

/**
 * The perspective that takes the unit square's corners, clockwise from 0/0, to these (P. Heckbert, "Fundamentals of
 * Texture Mapping and Image Warping", 1989, 2.2). Undefined when three of them lie on one line.
 */
export function squareToCorners([a, b, c, d]: Corners): Perspective | undefined {
  const sum = { x: a.x - b.x + c.x - d.x, y: a.y - b.y + c.y - d.y };
  const one = { x: b.x - c.x, y: b.y - c.y };
  const two = { x: d.x - c.x, y: d.y - c.y };
  const area = one.x * two.y - two.x * one.y;
  if (Math.abs(area) < 1e-9) return undefined;
  const g = (sum.x * two.y - two.x * sum.y) / area;
  const h = (one.x * sum.y - sum.x * one.y) / area;
  return [b.x - a.x + g * b.x, d.x - a.x + h * d.x, a.x, b.y - a.y + g * b.y, d.y - a.y + h * d.y, a.y, g, h];
}

export function throughPerspective([a, b, c, d, e, f, g, h]: Perspective, { x, y }: Point): Point {
  const depth = g * x + h * y + 1;
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
}
