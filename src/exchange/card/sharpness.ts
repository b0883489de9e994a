import type { GreyPicture } from './picture.ts';

/** Of a window that is looked at, in pixels: a letter's stroke and both its edges. */
const reach = 4;
/** Levels: below it is grain, or nothing printed. */
const leastContrast = 50;
const fewest = 60;

/**
 * How steep the edges in a picture are, 0 to 1: the largest step from pixel to pixel by the contrast around it, as it
 * is for half of them, across or down, whichever is worse: a hand moves in one direction. About 0.4/s where a lens
 * spreads each point by s pixels; 0 where there is nothing with edges.
 */
export function measureSharpness({ width, height, data }: GreyPicture): number {
  const across = steepness(data, { lines: height, along: width, step: 1, nextLine: width });
  const down = steepness(data, { lines: width, along: height, step: width, nextLine: 1 });
  return Math.min(across, down);
}

interface Walk {
  readonly lines: number;
  readonly along: number;
  readonly step: number;
  readonly nextLine: number;
}

/** Every third line is enough. */
function steepness(data: Uint8ClampedArray, { lines, along, step, nextLine }: Walk): number {
  const found: number[] = [];
  for (let line = 0; line < lines; line += 3) {
    for (let at = reach; at < along - reach - 1; at += 1) {
      const ratio = edgeAt(data, line * nextLine + at * step, step);
      if (ratio !== undefined) found.push(ratio);
    }
  }
  if (found.length < fewest) return 0;
  return found.sort((one, other) => one - other)[Math.floor(found.length / 2)] ?? 0;
}

/** Undefined where a neighbour is steeper, or nothing is printed. */
function edgeAt(data: Uint8ClampedArray, at: number, step: number): number | undefined {
  const slope = Math.abs((data[at + step] ?? 0) - (data[at] ?? 0));
  if (slope < leastContrast / 8) return undefined;
  let [low, high] = [255, 0];
  for (let away = -reach; away <= reach; away += 1) {
    const here = data[at + away * step] ?? 0;
    const next = data[at + (away + 1) * step] ?? 0;
    if (away < reach && Math.abs(next - here) > slope) return undefined;
    low = Math.min(low, here);
    high = Math.max(high, here);
  }
  return high - low < leastContrast ? undefined : slope / (high - low);
}
