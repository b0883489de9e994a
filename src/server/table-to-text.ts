export type SqlRow = Readonly<Record<string, unknown>>;

/** Lines of an aligned table: the head, a rule, a line a row. Numbers stand to the right. */
export function tableToText(columns: readonly string[], rows: readonly SqlRow[]): string[] {
  const cells = rows.map((row) => columns.map((column) => cellToText(row[column])));
  const widths = columns.map((column, at) =>
    cells.reduce((width, row) => Math.max(width, widthOf(row[at] ?? '')), widthOf(column)),
  );
  const toRight = columns.map(
    (column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'),
  );
  const toLine = (texts: readonly string[]) =>
    texts
      .map((text, at) => pad(text, widths[at] ?? 0, toRight[at] ?? false))
      .join('  ')
      .trimEnd();
  return [toLine(columns), widths.map((width) => '-'.repeat(width)).join('  '), ...cells.map(toLine)];
}

/** One line a row whatever a note holds, and nothing that a terminal would obey. */
function cellToText(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value);
  return text.replace(/\s*\n\s*/g, ' / ').replace(/\p{Cc}/gu, ' ');
}

function pad(text: string, width: number, toRight: boolean): string {
  const space = ' '.repeat(width - widthOf(text));
  return toRight ? space + text : text + space;
}

/** Characters as people count them, not UTF-16 units. */
function widthOf(text: string): number {
  return [...segmenter.segment(text)].length;
}

const segmenter = new Intl.Segmenter();
