import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeVcardBytes } from '../../../src/device/decode-vcard-bytes.ts';

const text = 'BEGIN:VCARD\r\nFN:José 李 🌮\r\n';

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
  ['UTF-16, little end first', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
  ['UTF-16 without a mark, big end first', Buffer.from(text, 'utf16le').swap16()],
])('%s', (_, bytes) => {
  expect(decodeVcardBytes(bytes)).toBe(text);
});

test('Windows-1252, in a file that has UTF-8 in other lines', () => {
  const bytes = Buffer.concat([
    Buffer.from('FN:José\r\n'),
    Buffer.from([0x4e, 0x3a, 0x80, 0x20, 0xe9, 0x0d, 0x0a]),
    Buffer.from('NOTE:李\n'),
  ]);
  expect(decodeVcardBytes(bytes)).toBe('FN:José\r\nN:€ é\r\nNOTE:李\n');
  expect(decodeVcardBytes(Buffer.from([]))).toBe('');
});

test('characters that were folded in two are one again, wherever the fold is', () => {
  const words = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 60 })
    .filter((one) => !/[\r\n\0]/.test(one));
  const ends = fc.constantFrom('\r\n ', '\n\t');
  fc.assert(
    fc.property(words, ends, fc.integer({ min: 1, max: 7 }), (value, fold, width) => {
      const bytes = Buffer.from(`FN:${value}`);
      const pieces: Buffer[] = [];
      for (let at = 0; at < bytes.length; at += width)
        pieces.push(bytes.subarray(at, at + width), Buffer.from(fold));
      const folded = Buffer.concat(pieces.slice(0, -1));
      const unfolded = decodeVcardBytes(folded).split(fold).join('');
      expect(unfolded).toBe(bytes.toString());
    }),
  );
});
