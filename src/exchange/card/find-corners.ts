import { type Edges, findEdges, shrinkForEdges } from './find-edges.ts';
import { findLines, type StraightLine } from './find-lines.ts';
import type { Corners, Picture, Point } from './picture.ts';
import { refineCorners } from './refine-corners.ts';

export interface FoundCorners {
  /** Clockwise from the top left one, in pixels of the picture; the picture's own where no card was found. */
  readonly corners: Corners;
  /** How sure it is that this is the card, 0 to 1; 0 where it is the whole picture. */
  readonly sure: number;
}

const longest = 400;
const mostLines = 36;
/** Levels a pixel: below it is grain. */
const leastStrength = 3.5;
const leastSure = 0.62;

/** The four corners of the one card in a picture: of all four-sided shapes, the one whose sides are edges all along. */
export function findCorners(picture: Picture): FoundCorners {
  const { small, scale } = shrinkForEdges(picture, longest);
  const edges = findEdges(small);
  const strength = Math.max(leastStrength, strongestOf(edges) * 0.06);
  const lines = findLines(edges, strength, mostLines);
  let best: { readonly corners: Corners; readonly score: number; readonly support: number } | undefined;
  for (const corners of listShapes(lines, edges)) {
    const scored = scoreShape(corners, edges, strength, best?.score ?? 0);
    if (scored !== undefined && scored.score > (best?.score ?? 0)) best = { corners, ...scored };
  }
  if (best === undefined || best.support < leastSure) return { corners: frameOf(picture), sure: 0 };
  const toPicture = ({ x, y }: Point): Point => ({ x: (x + 0.5) * scale, y: (y + 0.5) * scale });
  const [a, b, c, d] = refineCorners(best.corners, edges);
  return {
    corners: [toPicture(a), toPicture(b), toPicture(c), toPicture(d)],
    sure: Math.min(1, best.support),
  };
}

/** The corners of the whole picture. */
export function frameOf({ width, height }: { readonly width: number; readonly height: number }): Corners {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
}

/** The strength that one edge pixel in a hundred has. */
function strongestOf({ strength }: Edges): number {
  const sample = strength.filter((_, at) => at % 7 === 0).sort();
  return sample[Math.floor(sample.length * 0.99)] ?? 0;
}

/** Of each two lines that could be opposite sides, with each two that could be the others. */
function* listShapes(lines: readonly StraightLine[], size: Edges): Generator<Corners> {
  const pairs = listPairs(lines, Math.min(size.width, size.height) * 0.16);
  for (let first = 0; first < pairs.length; first += 1) {
    for (let second = first + 1; second < pairs.length; second += 1) {
      const [one, other] = [pairs[first], pairs[second]];
      if (one === undefined || other === undefined || turnBetween(one[0].angle, other[0].angle) < 0.9)
        continue;
      const corners = toCorners(one, other);
      if (corners !== undefined && isCardShaped(corners, size)) yield corners;
    }
  }
}

type Pair = readonly [StraightLine, StraightLine];

function listPairs(lines: readonly StraightLine[], apart: number): readonly Pair[] {
  return lines.flatMap((one, index) =>
    lines.slice(index + 1).flatMap((other): Pair[] => {
      const isTurned = Math.abs(one.angle - other.angle) > Math.PI / 2;
      const away = Math.abs(isTurned ? one.distance + other.distance : one.distance - other.distance);
      return turnBetween(one.angle, other.angle) < 0.42 && away > apart ? [[one, other]] : [];
    }),
  );
}

function turnBetween(one: number, other: number): number {
  const turn = Math.abs(one - other);
  return Math.min(turn, Math.PI - turn);
}

function toCorners([one, other]: Pair, [left, right]: Pair): Corners | undefined {
  const points = [cross(one, left), cross(one, right), cross(other, right), cross(other, left)];
  const [a, b, c, d] = points;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return clockwiseFromTopLeft([a, b, c, d]);
}

function cross(one: StraightLine, other: StraightLine): Point | undefined {
  const [cos, sin] = [Math.cos(one.angle), Math.sin(one.angle)];
  const [cos2, sin2] = [Math.cos(other.angle), Math.sin(other.angle)];
  const area = cos * sin2 - sin * cos2;
  if (Math.abs(area) < 0.2) return undefined;
  return {
    x: (one.distance * sin2 - other.distance * sin) / area,
    y: (other.distance * cos - one.distance * cos2) / area,
  };
}

/** Begins with the corner from which the side to the right is the most level of the upper ones. */
function clockwiseFromTopLeft(corners: Corners): Corners {
  const [a, b, c, d] = corners;
  const [p, q, r, s]: Corners = areaOf(corners) > 0 ? corners : [a, d, c, b];
  const starts: readonly Corners[] = [
    [p, q, r, s],
    [q, r, s, p],
    [r, s, p, q],
    [s, p, q, r],
  ];
  const level = ([from, to]: Corners) => (to.x - from.x) / Math.hypot(to.x - from.x, to.y - from.y);
  return starts.reduce((best, one) => (level(one) > level(best) ? one : best));
}

/** Positive when they run clockwise on a screen. */
function areaOf([a, b, c, d]: Corners): number {
  const half = (p: Point, q: Point) => p.x * q.y - q.x * p.y;
  return (half(a, b) + half(b, c) + half(c, d) + half(d, a)) / 2;
}

/** Inside of the picture but for a little, large enough, and of the shape of a card seen aslant. */
function isCardShaped(corners: Corners, { width, height }: Edges): boolean {
  const slack = Math.max(width, height) * 0.04;
  const isInside = corners.every(
    ({ x, y }) => x > -slack && y > -slack && x < width + slack && y < height + slack,
  );
  if (!isInside || areaOf(corners) < width * height * 0.07) return false;
  const [top, right, bottom, left] = sideLengths(corners);
  const ratio = (top + bottom) / (left + right);
  const isEven =
    Math.min(top, bottom) > Math.max(top, bottom) * 0.62 &&
    Math.min(left, right) > Math.max(left, right) * 0.62;
  const shape = Math.max(ratio, 1 / ratio);
  return isEven && shape > 1.1 && shape < 2.5;
}

function sideLengths(corners: Corners): readonly [number, number, number, number] {
  const [a, b, c, d] = corners;
  const length = (p: Point, q: Point) => Math.hypot(p.x - q.x, p.y - q.y);
  return [length(a, b), length(b, c), length(c, d), length(d, a)];
}

interface ShapeScore {
  readonly score: number;
  readonly support: number;
}

/** Undefined as soon as it cannot be better than `toBeat`. */
function scoreShape(
  corners: Corners,
  edges: Edges,
  strength: number,
  toBeat: number,
): ShapeScore | undefined {
  const [a, b, c, d] = corners;
  const size = 0.7 + 0.3 * Math.sqrt(areaOf(corners) / (edges.width * edges.height));
  const sides = [
    [a, b],
    [b, c],
    [c, d],
    [d, a],
  ] as const;
  const supports: number[] = [];
  for (const [from, to] of sides) {
    supports.push(supportOf(from, to, 0.04, 0.96, edges, strength));
    const most = (sum(supports) + 4 - supports.length) / 4;
    if (Math.min(...supports) < 0.3 || most * size < toBeat) return undefined;
  }
  const support = 0.5 * Math.min(...supports) + 0.5 * (sum(supports) / 4);
  // A side that goes on beyond the corner is a line of the desk.
  const beyond = sum(
    sides.map(
      ([from, to]) =>
        supportOf(from, to, -0.16, -0.04, edges, strength) + supportOf(from, to, 1.04, 1.16, edges, strength),
    ),
  );
  return { support, score: (support - 0.04 * beyond) * size };
}

/** How much of a side, 0 to 1, lies on edges that run along it. */
function supportOf(
  from: Point,
  to: Point,
  start: number,
  end: number,
  edges: Edges,
  strength: number,
): number {
  const { width, height } = edges;
  const [wide, high] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(wide, high);
  const normal = { x: -high / length, y: wide / length };
  const count = Math.max(4, Math.round((length * (end - start)) / 2.5));
  let found = 0;
  let seen = 0;
  for (let step = 0; step < count; step += 1) {
    const along = start + ((end - start) * (step + 0.5)) / count;
    const x = from.x + wide * along;
    const y = from.y + high * along;
    if (x < 2 || y < 2 || x >= width - 2 || y >= height - 2) continue;
    seen += 1;
    if (hasEdgeAt(x, y, normal, edges, strength)) found += 1;
  }
  if (seen === 0) return 0;
  // What lies outside of the picture is not known to be an edge.
  return found / (start < 0 || end > 1 ? seen : count);
}

function hasEdgeAt(x: number, y: number, normal: Point, edges: Edges, strength: number): boolean {
  for (let away = -1.5; away <= 1.5; away += 1) {
    const at = Math.round(y + normal.y * away) * edges.width + Math.round(x + normal.x * away);
    const here = edges.strength[at] ?? 0;
    if (here < strength) continue;
    const along = Math.abs((edges.across[at] ?? 0) * normal.x + (edges.down[at] ?? 0) * normal.y);
    if (along > here * 0.9) return true;
  }
  return false;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
