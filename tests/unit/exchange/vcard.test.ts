import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { type Card, cardToVcard } from '../../../src/exchange/vcard.ts';

const dana: Card = {
  uid: 'urn:uuid:01890000-0000-7000-8000-000000000001',
  name: 'Dana; "the roofer", Smith\\Jones',
  company: 'Smith, Jones; & Sons',
  phones: ['+12133734253', '555 0100, ext. 4'],
  emails: ['dana@example.com'],
  links: ['https://www.instagram.com/dana?a=1,2;b'],
  categories: ['Open house, Elm Street', 'Fair'],
  note: 'Two kids;\nlikes\\loves, tacos 🌮'.repeat(20),
};

/**
 * What another program reads in it, by property. ical.js leaves the backslash of an escaped semicolon in values
 * without structure, where RFC 2426 wants one before every semicolon.
 */
function readByOracle(text: string): Map<string, unknown[]> {
  const component = new ICAL.Component(ICAL.parse(text));
  const found = new Map<string, unknown[]>();
  for (const property of component.getAllProperties()) {
    found.set(property.name, [
      ...(found.get(property.name) ?? []),
      ...property.getValues().map(withoutEscapedSemicolons),
    ]);
  }
  return found;
}

function withoutEscapedSemicolons(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\\;', ';') : value;
}

it('is read by ical.js as it was meant, whatever signs are in it', () => {
  const read = readByOracle(cardToVcard(dana));
  expect(read.get('version')).toEqual(['3.0']);
  expect(read.get('uid')).toEqual([dana.uid]);
  expect(read.get('fn')).toEqual([dana.name]);
  expect(read.get('n')).toEqual([['Smith\\Jones', 'Dana; "the roofer",', '', '', '']]);
  expect(read.get('org')).toEqual([dana.company]);
  expect(read.get('tel')).toEqual(dana.phones);
  expect(read.get('email')).toEqual(dana.emails);
  expect(read.get('url')).toEqual(dana.links);
  expect(read.get('categories')).toEqual(dana.categories);
  expect(read.get('note')).toEqual([dana.note]);
});

it('says who it is of where there is no name', () => {
  const nobody = { ...dana, name: ' ', phones: [], emails: [] };
  expect(readByOracle(cardToVcard({ ...dana, name: '' })).get('fn')).toEqual(['+12133734253']);
  expect(readByOracle(cardToVcard(nobody)).get('fn')).toEqual(['Somebody']);
});

it('has lines of at most 75 octets that end with CRLF, and no half character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const lines = cardToVcard({ ...dana, note: text, company: text }).split('\r\n');
      expect(lines.pop()).toBe('');
      for (const line of lines) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/);
        expect(line.isWellFormed?.() ?? true).toBe(true);
      }
    }),
  );
});

it('gives any text of lines back through ical.js', () => {
  const printable = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !/\p{Cc}/u.test(text));
  fc.assert(
    fc.property(fc.array(printable, { minLength: 1, maxLength: 4 }), (lines) => {
      const note = lines.join('\n');
      if (note.trim() === '') return;
      expect(readByOracle(cardToVcard({ ...dana, note })).get('note')).toEqual([note]);
    }),
  );
});
