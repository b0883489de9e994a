import type { Edges } from './find-edges.ts';
import type { Corners, Point } from './picture.ts';

/** How far beside a side its true edge may be, in pixels of the edges. */
const reach = 5;

interface FittedLine {
  readonly through: Point;
  readonly along: Point;
}

/**
 * Corners to a fraction of a pixel: each side is laid through the steepest places beside it (least squares, twice,
 * without those far off). A card's own shadow makes an edge too, but a weaker one.
 */
export function refineCorners(corners: Corners, edges: Edges): Corners {
  const [a, b, c, d] = corners;
  const top = fitSide(a, b, edges);
  const right = fitSide(b, c, edges);
  const bottom = fitSide(c, d, edges);
  const left = fitSide(d, a, edges);
  return [
    crossing(left, top, a),
    crossing(top, right, b),
    crossing(right, bottom, c),
    crossing(bottom, left, d),
  ];
}

function fitSide(from: Point, to: Point, edges: Edges): FittedLine {
  const straight = lineThrough(from, to);
  const steepest = listSteepest(from, to, edges);
  const first = fitLine(steepest) ?? straight;
  return fitLine(steepest.filter((point) => distanceTo(first, point) < 1.5)) ?? first;
}

function lineThrough(from: Point, to: Point): FittedLine {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return { through: from, along: { x: (to.x - from.x) / length, y: (to.y - from.y) / length } };
}

function listSteepest(from: Point, to: Point, edges: Edges): readonly Point[] {
  const { along } = lineThrough(from, to);
  const normal = { x: -along.y, y: along.x };
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const points: Point[] = [];
  for (let at = length * 0.05; at < length * 0.95; at += 2) {
    const point = { x: from.x + along.x * at, y: from.y + along.y * at };
    const steepest = steepestAcross(point, normal, edges);
    if (steepest !== undefined) points.push(steepest);
  }
  return points;
}

function steepestAcross(point: Point, normal: Point, edges: Edges): Point | undefined {
  let best = { away: 0, steep: 0 };
  for (let away = -reach; away <= reach; away += 1) {
    const steep = steepnessAt(point, normal, away, edges);
    if (steep > best.steep) best = { away, steep };
  }
  if (best.steep < 2) return undefined;
  // The top of a parabola through it and its neighbours.
  const before = steepnessAt(point, normal, best.away - 1, edges);
  const after = steepnessAt(point, normal, best.away + 1, edges);
  const bend = before - 2 * best.steep + after;
  const away = best.away + (bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0);
  return { x: point.x + normal.x * away, y: point.y + normal.y * away };
}

function steepnessAt(
  { x, y }: Point,
  normal: Point,
  away: number,
  { width, height, across, down }: Edges,
): number {
  const [column, row] = [x + normal.x * away, y + normal.y * away];
  const [left, top] = [Math.floor(column), Math.floor(row)];
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 0;
  const at = top * width + left;
  const [right, low] = [column - left, row - top];
  const between = (values: Float32Array) =>
    ((values[at] ?? 0) * (1 - right) + (values[at + 1] ?? 0) * right) * (1 - low) +
    ((values[at + width] ?? 0) * (1 - right) + (values[at + width + 1] ?? 0) * right) * low;
  return Math.abs(between(across) * normal.x + between(down) * normal.y);
}

/** The line of least squared distance. Undefined for fewer points than tell a direction. */
function fitLine(points: readonly Point[]): FittedLine | undefined {
  if (points.length < 8) return undefined;
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  let [xx, xy, yy] = [0, 0, 0];
  for (const point of points) {
    xx += (point.x - x) ** 2;
    xy += (point.x - x) * (point.y - y);
    yy += (point.y - y) ** 2;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  return { through: { x, y }, along: { x: Math.cos(angle), y: Math.sin(angle) } };
}

function distanceTo({ through, along }: FittedLine, { x, y }: Point): number {
  return Math.abs((x - through.x) * along.y - (y - through.y) * along.x);
}

/** Where two sides meet; the corner as it was when that is somewhere else entirely. */
function crossing(one: FittedLine, other: FittedLine, corner: Point): Point {
  const area = one.along.x * other.along.y - one.along.y * other.along.x;
  if (Math.abs(area) < 0.2) return corner;
  const [x, y] = [other.through.x - one.through.x, other.through.y - one.through.y];
  const along = (x * other.along.y - y * other.along.x) / area;
  const point = { x: one.through.x + one.along.x * along, y: one.through.y + one.along.y * along };
  return Math.hypot(point.x - corner.x, point.y - corner.y) < reach * 2 ? point : corner;
}
