import type { GreyPicture } from './picture.ts';

/** What lies along the border may be desk. */
const border = 0.07;
/** About half the pitch of small text at 1,000 to 1,400 pixels a card. */
const step = 14;

/** Darker than this is ink. */
const ink = 140;
/** What is dark for longer is no letter but a logo, a rule or a band. */
const longestStroke = 50;

/** Whether lines of text run along the picture's rows or its columns. White ground, dark text. */
export function textDirection(card: GreyPicture): 'across' | 'down' {
  const { rows, columns } = inkOf(card);
  return unevenness(rows) >= unevenness(columns) ? 'across' : 'down';
}

function inkOf({ width, height, data }: GreyPicture) {
  const [left, top] = [Math.floor(width * border), Math.floor(height * border)];
  const rows = new Float32Array(Math.max(1, height - 2 * top));
  const columns = new Float32Array(Math.max(1, width - 2 * left));
  for (let row = 0; row < rows.length; row += 1) {
    const start = (top + row) * width + left;
    rows[row] = addStrokes(data.subarray(start, start + columns.length), columns);
  }
  return { rows, columns };
}

/** Adds a row's strokes to the columns they are in, and says how long they are together. */
function addStrokes(row: Uint8ClampedArray, columns: Float32Array): number {
  let inked = 0;
  for (let start = 0, end = 0; start < row.length; start = end + 1) {
    end = start;
    while (end < row.length && (row[end] ?? 255) < ink) end += 1;
    if (end - start > longestStroke) continue;
    inked += end - start;
    for (let column = start; column < end; column += 1) columns[column] = (columns[column] ?? 0) + 1;
  }
  return inked;
}

/** Across lines of text, ink comes and goes from one line to the next; along them it comes and goes less. */
function unevenness(profile: Float32Array): number {
  const smooth = smoothed(profile);
  let change = 0;
  let total = 1;
  for (let at = 0; at < smooth.length; at += 1) {
    total += smooth[at] ?? 0;
    if (at + step < smooth.length) change += Math.abs((smooth[at + step] ?? 0) - (smooth[at] ?? 0));
  }
  return change / total;
}

function smoothed(profile: Float32Array): Float32Array {
  const reach = 4;
  return profile.map((_, at) => {
    let sum = 0;
    for (let near = at - reach; near <= at + reach; near += 1) sum += profile[near] ?? 0;
    return sum / (2 * reach + 1);
  });
}
