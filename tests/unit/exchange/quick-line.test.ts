import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuickLineReading } from '../../../src/exchange/quick-line/quick-line-reading.ts';
import { quickLineToContact } from '../../../src/exchange/quick-line/quick-line-to-contact.ts';
import { readQuickLine } from '../../../src/exchange/quick-line/read-quick-line.ts';
import { arbitraryLine, arbitraryRegion } from './quick-line/arbitrary-lines.ts';
import type { QuickLineCase } from './quick-line/quick-line-case.ts';
import { quickLineCases } from './quick-line-cases.ts';

interface FieldOutcome {
  readonly line: string;
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

/** The fields that are expected or were filled: one that is empty and has to be counts for nothing. */
function readFields({ line, region, expect: wanted }: QuickLineCase): FieldOutcome[] {
  const contact = quickLineToContact(readQuickLine(line, region));
  const phones = contact.phones.map(({ text, label }) => (label === undefined ? text : [label, text]));
  const rows: readonly (readonly [string, unknown, unknown])[] = [
    ['name', wanted.name ?? '', contact.name],
    ['title', wanted.title ?? '', contact.title],
    ['company', wanted.company ?? '', contact.company],
    ['phones', wanted.phones ?? [], phones],
    ['emails', wanted.emails ?? [], contact.emails.map(({ text }) => text)],
    ['handles', wanted.handles ?? [], contact.handles],
    ['note', wanted.note ?? '', contact.note],
  ];
  return rows
    .map(([field, expected, found]) => ({
      line,
      field,
      expected: JSON.stringify(expected),
      found: JSON.stringify(found),
    }))
    .filter(({ expected, found }) => !/^(""|\[\])$/.test(expected) || expected !== found);
}

/** Letters and figures, which are what may not be lost. */
function listWords(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function listLeftWords(line: string, { parts }: QuickLineReading): string[] {
  const ends = [...parts.map(({ from }) => from), line.length];
  return ends.flatMap((end, index) => listWords(line.slice(parts[index - 1]?.to ?? 0, end)));
}

function expectWhole(line: string, reading: QuickLineReading): void {
  expect(listWords(reading.note)).toEqual(listLeftWords(line, reading));
  for (const [index, { from, to, text }] of reading.parts.entries()) {
    expect(from).toBeGreaterThanOrEqual(reading.parts[index - 1]?.to ?? 0);
    expect(to).toBeGreaterThan(from);
    expect(to).toBeLessThanOrEqual(line.length);
    expect(text.trim()).toBe(text);
    expect(text).not.toBe('');
  }
}

describe('the lines that people say, type and paste', () => {
  test('come out right in at least 98 of 100 fields', () => {
    const fields = quickLineCases.flatMap(readFields);
    const wrong = fields.filter(({ expected, found }) => expected !== found);
    const share = 1 - wrong.length / fields.length;
    const list = wrong.map(
      ({ line, field, expected, found }) => `${line}\n  ${field}: ${expected}, not ${found}`,
    );
    expect(share, `${share} of ${fields.length}\n${list.join('\n')}`).toBeGreaterThanOrEqual(0.98);
  });
});

describe('no word is lost', () => {
  test('of the lines that people say, type and paste', () => {
    for (const { line, region } of quickLineCases) expectWhole(line, readQuickLine(line, region));
  });

  test('of any line', () => {
    void fc.assert(
      fc.property(arbitraryLine, arbitraryRegion, (line, region) => {
        expectWhole(line, readQuickLine(line, region));
      }),
      { numRuns: 2_000 },
    );
  });

  test('while it is typed', () => {
    for (const { line, region } of quickLineCases.filter(({ line }) => line.length < 200)) {
      for (let end = 1; end < line.length; end += 3) {
        const typed = line.slice(0, end);
        expectWhole(typed, readQuickLine(typed, region));
      }
    }
  });

  test('and each part can be put back', () => {
    void fc.assert(
      fc.property(arbitraryLine, arbitraryRegion, fc.nat(), (line, region, choice) => {
        const { parts } = readQuickLine(line, region);
        const part = parts[choice % Math.max(1, parts.length)];
        if (part === undefined) return;
        const reading = readQuickLine(line, region, new Set([line.slice(part.from, part.to)]));
        expectWhole(line, reading);
        for (const { from, to } of reading.parts) expect(from >= part.to || to <= part.from).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a long line of one thing', () => {
  const units = [
    'a',
    '1',
    '1 ',
    '+1 ',
    '@',
    'a@',
    'a.',
    'a@a.',
    '(',
    'plus ',
    'double ',
    'one ',
    '2315550142 ',
    '020 ',
  ];
  const spoken = [
    'at ',
    'dot ',
    'a dot ',
    'a at a dot com ',
    'insta ',
    '@a ',
    'Dana de ',
    'from A ',
    'A Inc ',
    'owner ',
  ];
  const marks = [
    ':',
    '\n',
    '"',
    ', ',
    ' - ',
    '€1 ',
    '12/05/2026 ',
    'e r ',
    '😀',
    '\ud83d',
    'Thanks\n',
    'https://a',
  ];

  test.each([...units, ...spoken, ...marks])('%j is read to its end', (unit) => {
    const line = unit.repeat(10_000 / unit.length);
    expectWhole(line, readQuickLine(line, 'US'));
  });

  test('of numbers is asked about for the first hundred', () => {
    const line = Array.from({ length: 300 }, (_, index) => `231 555 ${1000 + index}`).join(', ');
    const { parts } = readQuickLine(line, 'US');
    expect(parts.length).toBe(100);
    expect(parts.at(-1)?.text).toBe('231 555 1099');
  });
});

describe('what is not yet typed to its end', () => {
  test.each([
    '231 555 01',
    '231 555 014',
    '+1 231 555',
    '020 7946',
    'two three one five five',
    'dana@',
    'dana@ruizbakery',
    'dana@ruizbakery.',
    'dana at ruizbakery',
    'dana at ruizbakery dot',
    'insta',
  ])('%s stays in the note', (ending) => {
    const { parts, note } = readQuickLine(`Dana Ruiz ${ending}`, 'US');
    expect(parts.map(({ text }) => text)).toEqual(['Dana Ruiz']);
    expect(note).toBe(ending);
  });

  test('takes nothing back: the first number stays while the second one is typed', () => {
    const line = 'Dana Ruiz 231 555 0142 616 555 0177';
    for (let end = 'Dana Ruiz 231 555 0142'.length; end <= line.length; end++) {
      const { phones } = quickLineToContact(readQuickLine(line.slice(0, end), 'US'));
      expect(phones[0]).toEqual({ text: '231 555 0142' });
    }
  });
});

describe('a part that is put back', () => {
  const line = 'Will Grant her cell is 231 555 0142 will at grant dot com';
  const sourceOf = (kind: string, text = line) => {
    const part = readQuickLine(text, 'US').parts.find((one) => one.kind === kind);
    return text.slice(part?.from, part?.to);
  };

  test('is known by the words that it came from', () => {
    expect(sourceOf('phone')).toBe('her cell is 231 555 0142');
    expect(sourceOf('email')).toBe('will at grant dot com');
  });

  test('stays in the note, also while the line goes on', () => {
    const putBack = new Set([sourceOf('phone')]);
    for (const end of ['', ' two', ' two kids']) {
      const { parts, note } = readQuickLine(line + end, 'US', putBack);
      expect(parts.map(({ kind }) => kind)).toEqual(['name', 'email']);
      expect(note).toBe(`her cell is 231 555 0142${end}`);
    }
  });

  test('holds nothing that only contains it', () => {
    const { parts, note } = readQuickLine('dana 231 555 0142 dana@ruiz.com', 'US', new Set(['dana']));
    expect(parts.map(({ text }) => text)).toEqual(['231 555 0142', 'dana@ruiz.com']);
    expect(note).toBe('dana');
  });
});
