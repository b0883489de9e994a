/** A cell that a spreadsheet would take for a formula (OWASP, CSV injection). */
const formulaStart = /^[=+\-@\t\r\n]/;
/** An international number in groups, as `phoneToCell` writes it: no program takes it for a formula. */
const groupedNumber = /^\+[0-9]+(?: [0-9]+)+$/;

/**
 * RFC 4180, with a head line and CRLF. It begins with a byte order mark: without it, Excel reads UTF-8 as the
 * system's own alphabet. Cells that a spreadsheet would run get an apostrophe before them.
 */
export function toCsv(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const toLine = (cells: readonly string[]) => `${cells.map(toCell).join(',')}\r\n`;
  return `\ufeff${[head, ...lines].map(toLine).join('')}`;
}

function toCell(text: string): string {
  const safe = formulaStart.test(text) && !groupedNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
