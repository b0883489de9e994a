import { type Edges, listRidges } from './find-edges.ts';

/** All points with `x cos(angle) + y sin(angle) = distance`; the angle is 0 to pi, in radians, distances in pixels. */
export interface StraightLine {
  readonly angle: number;
  readonly distance: number;
  readonly votes: number;
}

const angles = 180;
/** An edge votes for lines across its own direction, and a little beside it. */
const lean = 4;

/**
 * The longest straight edges, by Hough's transform with directions (O'Gorman and Clowes, 1976): each edge pixel votes
 * only for the lines that run along it. At most `most` of them, the one with most votes first.
 */
export function findLines(edges: Edges, leastStrength: number, most: number): readonly StraightLine[] {
  const { width, height } = edges;
  const reach = Math.ceil(Math.hypot(width, height));
  const rows = reach * 2 + 1;
  const votes = new Float32Array(angles * rows);
  const turns = Array.from({ length: angles }, (_, degree) => ({
    cos: Math.cos((degree * Math.PI) / angles),
    sin: Math.sin((degree * Math.PI) / angles),
  }));
  for (const at of listRidges(edges, leastStrength)) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const degree = Math.round((Math.atan2(edges.down[at] ?? 0, edges.across[at] ?? 0) * angles) / Math.PI);
    for (let offset = -lean; offset <= lean; offset += 1) {
      const angle = (degree + offset + angles * 2) % angles;
      const turn = turns[angle];
      if (turn === undefined) continue;
      const row = Math.round(x * turn.cos + y * turn.sin) + reach;
      const cell = angle * rows + row;
      votes[cell] = (votes[cell] ?? 0) + 1;
    }
  }
  return pickPeaks(votes, rows, reach, Math.min(width, height) / 12, most);
}

function pickPeaks(
  votes: Float32Array,
  rows: number,
  reach: number,
  least: number,
  most: number,
): readonly StraightLine[] {
  const peaks: StraightLine[] = [];
  const cells: { cell: number; count: number }[] = [];
  for (let cell = 0; cell < votes.length; cell += 1) {
    const count = (votes[cell] ?? 0) + ((votes[cell - 1] ?? 0) + (votes[cell + 1] ?? 0)) / 2;
    if (count >= least) cells.push({ cell, count });
  }
  cells.sort((one, other) => other.count - one.count);
  for (const { cell, count } of cells) {
    const line = {
      angle: (Math.floor(cell / rows) * Math.PI) / angles,
      distance: (cell % rows) - reach,
      votes: count,
    };
    if (peaks.some((peak) => isNearLine(peak, line))) continue;
    peaks.push(line);
    if (peaks.length === most) break;
  }
  return peaks;
}

/** The same line seen a little differently; at the ends of the angles, with the sign of its distance turned. */
function isNearLine(one: StraightLine, other: StraightLine): boolean {
  const turn = Math.abs(one.angle - other.angle);
  const isTurned = turn > Math.PI / 2;
  const away = isTurned ? Math.abs(one.distance + other.distance) : Math.abs(one.distance - other.distance);
  return Math.min(turn, Math.PI - turn) < 0.09 && away < 6;
}
