import type { GreyPicture } from './picture.ts';

/** A tile is larger than a letter and smaller than a shadow. */
const tileSize = 24;

/**
 * Dark text on white ground, whatever the light was: each part is divided by its own ground, and a card that is dark
 * as a whole is turned over. A dark band on a light card stays as it is: the engine reads it both ways.
 */
export function evenLight(card: GreyPicture): GreyPicture {
  const isDark = medianOf(card.data) < 105 && isDarkGround(card);
  const light = isDark ? inverted(card) : card;
  const grounds = groundsOf(light);
  const data = new Uint8ClampedArray(light.data.length);
  const { black, white } = isDark ? { black: 0.18, white: 0.94 } : { black: 0.12, white: 0.92 };
  for (let y = 0; y < light.height; y += 1) {
    for (let x = 0; x < light.width; x += 1) {
      const at = y * light.width + x;
      const share = (light.data[at] ?? 0) / groundAt(grounds, x, y);
      data[at] = ((share - black) / (white - black)) * 255;
    }
  }
  return { width: light.width, height: light.height, data };
}

/** A dark ground has its text on the lighter side: a white card in deep shadow has not. */
function isDarkGround({ data }: GreyPicture): boolean {
  const ground = medianOf(data);
  const sorted = sampleOf(data);
  const darkest = sorted[Math.floor(sorted.length * 0.01)] ?? 0;
  const lightest = sorted[Math.floor(sorted.length * 0.99)] ?? 255;
  return lightest - ground > ground - darkest;
}

function inverted({ width, height, data }: GreyPicture): GreyPicture {
  return { width, height, data: data.map((value) => 255 - value) };
}

interface Grounds {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
}

/** The ground of each tile is light and common: its upper quarter, and what is beside it where a tile is all ink. */
function groundsOf(card: GreyPicture): Grounds {
  const columns = Math.ceil(card.width / tileSize);
  const rows = Math.ceil(card.height / tileSize);
  const values = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      values[row * columns + column] = tileGround(card, column * tileSize, row * tileSize);
    }
  }
  const spread = withNeighbours(values, columns, rows, (near) => Math.max(...near));
  const even = withNeighbours(
    spread,
    columns,
    rows,
    (near) => near.reduce((sum, value) => sum + value, 0) / near.length,
  );
  return { columns, rows, values: even };
}

function tileGround({ width, height, data }: GreyPicture, left: number, top: number): number {
  const values: number[] = [];
  for (let y = top; y < Math.min(top + tileSize, height); y += 3) {
    for (let x = left; x < Math.min(left + tileSize, width); x += 3) values.push(data[y * width + x] ?? 0);
  }
  values.sort((one, other) => one - other);
  return Math.max(8, values[Math.floor(values.length * 0.7)] ?? 0);
}

function withNeighbours(
  values: Float32Array,
  columns: number,
  rows: number,
  join: (near: readonly number[]) => number,
): Float32Array {
  return values.map((_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const near: number[] = [];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
        near.push(values[y * columns + x] ?? 0);
      }
    }
    return join(near);
  });
}

function groundAt({ columns, rows, values }: Grounds, x: number, y: number): number {
  const column = Math.min(Math.max(x / tileSize - 0.5, 0), columns - 1);
  const row = Math.min(Math.max(y / tileSize - 0.5, 0), rows - 1);
  const [left, top] = [Math.floor(column), Math.floor(row)];
  const [right, bottom] = [Math.min(left + 1, columns - 1), Math.min(top + 1, rows - 1)];
  const [across, down] = [column - left, row - top];
  const value = (atColumn: number, atRow: number) => values[atRow * columns + atColumn] ?? 1;
  const upper = value(left, top) * (1 - across) + value(right, top) * across;
  const lower = value(left, bottom) * (1 - across) + value(right, bottom) * across;
  return Math.max(1, upper * (1 - down) + lower * down);
}

function medianOf(data: Uint8ClampedArray): number {
  const sorted = sampleOf(data);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function sampleOf(data: Uint8ClampedArray): Uint8ClampedArray {
  return data.filter((_, at) => at % 61 === 0).sort();
}
