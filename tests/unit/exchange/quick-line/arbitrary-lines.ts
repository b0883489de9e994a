import * as fc from 'fast-check';
import { quickLineCases } from '../quick-line-cases.ts';

const fragments = [
  ...new Set(quickLineCases.flatMap(({ line }) => (line.length > 400 ? [] : line.split(/(?<=\s)/)))),
  ' ',
  '\n',
  ', ',
  ' - ',
  ' | ',
  '(',
  ')',
  '"',
  '@',
  '.',
  '+',
  ':',
  '’',
  '\ud83d',
  '\u0301',
  'ＡＢ１',
  '٣',
  'ß',
  'İ',
  'plus ',
  'double ',
];

/** Any text, and what the cases are made of in any order. */
export const arbitraryLine = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom(...fragments), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...fragments), { maxLength: 20 }).map((parts) => parts.join(' ')),
);

export const arbitraryRegion = fc.constantFrom('US', 'GB', 'DE', 'MX', 'ES', 'FR', 'AU', 'IN', 'ZZ', '');
