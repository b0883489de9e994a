import { expect, it } from 'vitest';
import { toCsv } from '../../../src/exchange/csv.ts';
import { phoneInGroups } from '../../../src/exchange/phone-in-groups.ts';

it('begins with a byte order mark, ends every line with CRLF, and quotes what needs it (RFC 4180)', () => {
  expect(
    toCsv(
      ['Name', 'Notes'],
      [
        ['Smith, "Dana"', 'two\nlines'],
        ['Ali', ''],
      ],
    ),
  ).toBe('\ufeffName,Notes\r\n"Smith, ""Dana""","two\nlines"\r\nAli,\r\n');
});

it.each(['=1+1', '+1+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=HYPERLINK("http://x")', '+12133734253'])(
  'puts an apostrophe before %j, which a spreadsheet would run',
  (cell) => {
    const line = toCsv([], [[cell]])
      .slice(3)
      .replace(/^"/, '');
    expect(line.startsWith("'")).toBe(true);
  },
);

it.each([
  ['+12133734253', '+1 213 373 4253'],
  ['+81312345678', '+81 3 1234 5678'],
  ['+442079460018', '+44 20 7946 0018'],
])('keeps the number %s readable', (e164, cell) => {
  expect(phoneInGroups(e164)).toBe(cell);
  expect(toCsv([], [[phoneInGroups(e164)]])).toBe(`\ufeff\r\n${cell}\r\n`);
});
