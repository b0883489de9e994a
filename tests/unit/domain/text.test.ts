import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchableText, storableLine, storableText } from '../../../src/domain/text.ts';

/** Any UTF-16 at all: halves of pairs, NUL, control characters. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom('\0', '\ud83d', '\ude00', '😀', 'a', '\n', '\u2028'))
    .map((parts) => parts.join('')),
);

describe('storableText', () => {
  test('holds neither NUL nor half of a surrogate pair, and cleaning it again changes nothing', () => {
    void fc.assert(
      fc.property(anyText, (text) => {
        const clean = storableText(text);
        expect(clean).not.toContain('\0');
        expect(new TextDecoder().decode(new TextEncoder().encode(clean))).toBe(clean);
        expect(storableText(clean)).toBe(clean);
        expect(clean.length).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1_000 },
    );
  });

  test('leaves good text alone', () => {
    for (const text of ['two\nlines\ttab', 'Zoë', '👩🏽‍🍳', 'שלום', 'e\u0301', ' spaced ']) {
      expect(storableText(text)).toBe(text);
    }
  });

  test('keeps a pair that a NUL had parted', () => {
    expect(storableText('\ud83d\0\ude00')).toBe('😀');
    expect(storableText('a\ud83db\ude00c')).toBe('a\ufffdb\ufffdc');
  });
});

describe('storableLine', () => {
  test('is one trimmed line without control characters', () => {
    void fc.assert(
      fc.property(anyText, (text) => {
        const line = storableLine(text);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(line.trim()).toBe(line);
        expect(storableLine(line)).toBe(line);
      }),
      { numRuns: 1_000 },
    );
  });

  test('puts one space where lines and tabs parted words', () => {
    expect(storableLine('  Dana\r\n\tLee\u2028Bo \u0007')).toBe('Dana Lee Bo');
  });
});

describe('searchableText', () => {
  test('finds a name with or without its accents, in either case, composed or not', () => {
    for (const typed of ['José', 'JOSÉ', 'jose', 'jose\u0301']) expect(searchableText(typed)).toBe('jose');
    expect(searchableText('Zoë Ångström')).toBe('zoe angstrom');
    expect(searchableText('Ｄａｎａ')).toBe('dana');
    expect(searchableText('İstanbul')).toBe('istanbul');
  });

  test('is the same when it is made again', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(searchableText(searchableText(text))).toBe(searchableText(text));
      }),
    );
  });
});
