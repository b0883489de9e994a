import type { WordBox } from './word.ts';

/** How much of the smaller of two boxes lies in the other, 0 to 1. */
export function sharedPart(one: WordBox, other: WordBox): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const smaller = Math.min(areaOf(one), areaOf(other));
  return width <= 0 || height <= 0 || smaller <= 0 ? 0 : (width * height) / smaller;
}

/** In square pixels. */
export function areaOf({ left, top, right, bottom }: WordBox): number {
  return (right - left) * (bottom - top);
}
