import { type Picture, shrinkPicture } from './picture.ts';

/** How steeply and in which direction brightness or colour changes at each pixel. */
export interface Edges {
  readonly width: number;
  readonly height: number;
  /** Levels a pixel, to the right and downwards. */
  readonly across: Float32Array;
  readonly down: Float32Array;
  readonly strength: Float32Array;
}

/** Of all three colours the one that changes most counts: a beige card on a grey desk has edges too. */
export function findEdges(picture: Picture): Edges {
  const { width, height, data } = picture;
  const size = width * height;
  const edges = {
    across: new Float32Array(size),
    down: new Float32Array(size),
    strength: new Float32Array(size),
  };
  for (let channel = 0; channel < 3; channel += 1) {
    addChannel(edges, softened(channelOf(data, channel, size), width, height), width, height);
  }
  return { width, height, ...edges };
}

/** The picture small enough for finding its edges, and how many of its own pixels one of that is. */
export function shrinkForEdges(picture: Picture, longest: number): { small: Picture; scale: number } {
  const small = shrinkPicture(picture, longest);
  return { small, scale: picture.width / small.width };
}

/** Only the ridges: where an edge is at least as steep as to both of its sides. */
export function listRidges(edges: Edges, least: number): readonly number[] {
  const { width, height, strength } = edges;
  const ridges: number[] = [];
  for (let y = 2; y < height - 2; y += 1) {
    for (let at = y * width + 2; at < (y + 1) * width - 2; at += 1) {
      if ((strength[at] ?? 0) >= least && isRidge(edges, at)) ridges.push(at);
    }
  }
  return ridges;
}

function isRidge({ width, across, down, strength }: Edges, at: number): boolean {
  const here = strength[at] ?? 0;
  const [x, y] = [Math.abs(across[at] ?? 0), Math.abs(down[at] ?? 0)];
  const isSteepUp = (across[at] ?? 0) * (down[at] ?? 0) > 0;
  const step = x > y * 2.4 ? 1 : y > x * 2.4 ? width : isSteepUp ? width + 1 : width - 1;
  return here >= (strength[at - step] ?? 0) && here > (strength[at + step] ?? 0);
}

function channelOf(data: Uint8ClampedArray, channel: number, size: number): Float32Array {
  const values = new Float32Array(size);
  for (let pixel = 0; pixel < size; pixel += 1) values[pixel] = data[pixel * 4 + channel] ?? 0;
  return values;
}

/** Weighed 1 2 1 in both directions: grain goes, edges stay. */
function softened(values: Float32Array, width: number, height: number): Float32Array {
  const pass = (from: Float32Array, step: number) => {
    const into = new Float32Array(from);
    for (let at = step; at < width * height - step; at += 1) {
      into[at] = ((from[at - step] ?? 0) + 2 * (from[at] ?? 0) + (from[at + step] ?? 0)) / 4;
    }
    return into;
  };
  return pass(pass(values, 1), width);
}

type Gradients = Pick<Edges, 'across' | 'down' | 'strength'>;

function addChannel(edges: Gradients, values: Float32Array, width: number, height: number): void {
  for (let y = 1; y < height - 1; y += 1) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at += 1) {
      const across = ((values[at + 1] ?? 0) - (values[at - 1] ?? 0)) / 2;
      const down = ((values[at + width] ?? 0) - (values[at - width] ?? 0)) / 2;
      const strength = Math.hypot(across, down);
      if (strength <= (edges.strength[at] ?? 0)) continue;
      edges.strength[at] = strength;
      edges.across[at] = across;
      edges.down[at] = down;
    }
  }
}
