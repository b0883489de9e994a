import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowToFile } from '../../../src/domain/file.ts';
import { rowToNote } from '../../../src/domain/note.ts';
import { rowToOccasion } from '../../../src/domain/occasion.ts';
import { type Person, personFirstName, personLabel, rowToPerson } from '../../../src/domain/person.ts';
import { entriesOf, type Row } from '../../../src/domain/row.ts';
import { tagColours } from '../../../src/domain/table-words.ts';
import { rowId } from './arbitraries.ts';

const rowOf = (values: Row['values']): Row => ({ table: 'person', id: rowId, values, stamps: {} });

const anyJson = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));
const anyMember = fc.oneof(
  anyJson,
  fc.dictionary(fc.constantFrom('id', 'typed', 'e164', 'network', 'url', '__proto__'), anyJson),
);
const knownFields = ['name', 'company', 'metAt', 'occasion', 'lookedAt', 'person', 'text', 'colour'];
const anyValues = fc.dictionary(
  fc.oneof(
    fc.constantFrom(...knownFields),
    fc.constantFrom('phone/aaaaaaaa', 'email/aaaaaaaa', 'handle/bbbbbbbb'),
    fc.string(),
  ),
  anyMember,
);

const isText = (value: unknown) => value === undefined || typeof value === 'string';

describe('rowToPerson', () => {
  test('reads a whole person', () => {
    const values = {
      name: 'Dana Lee',
      company: 'Bakery',
      title: 'Owner',
      language: 'es',
      cardLines: 'BDAY:--0307',
      household: rowId,
      metAt: '2026-11-22T18:42:00.000Z',
      occasion: rowId,
      lookedAt: null,
      'phone/bbbbbbbb': { typed: '2', label: 'work' },
      'address/aaaaaaaa': { typed: '12 Fourth Street' },
      'phone/aaaaaaaa': { typed: '212 736 5000', e164: '+12127365000' },
      'phone/cccccccc': null,
      'email/aaaaaaaa': { typed: 'dana@example.com' },
      'handle/aaaaaaaa': { typed: 'ig dana', network: 'Instagram', url: 'https://www.instagram.com/dana' },
      'detail/bbbbbbbb': { kind: 'touch', text: 'Call', on: '2026-12-01', way: 'call' },
      'detail/aaaaaaaa': { kind: 'kids', text: 'Two kids', note: rowId, suggested: '2 kids' },
    };
    expect(rowToPerson(rowOf(values))).toEqual({
      id: rowId,
      name: 'Dana Lee',
      company: 'Bakery',
      title: 'Owner',
      language: 'es',
      household: rowId,
      cardLines: 'BDAY:--0307',
      metAt: '2026-11-22T18:42:00.000Z',
      occasionId: rowId,
      lookedAt: null,
      phones: [
        { id: 'aaaaaaaa', typed: '212 736 5000', e164: '+12127365000' },
        { id: 'bbbbbbbb', typed: '2', label: 'work' },
      ],
      emails: [{ id: 'aaaaaaaa', typed: 'dana@example.com' }],
      handles: [
        { id: 'aaaaaaaa', typed: 'ig dana', network: 'Instagram', url: 'https://www.instagram.com/dana' },
      ],
      addresses: [{ id: 'aaaaaaaa', typed: '12 Fourth Street' }],
      details: [
        { id: 'aaaaaaaa', kind: 'kids', text: 'Two kids', note: rowId, suggested: '2 kids' },
        { id: 'bbbbbbbb', kind: 'touch', text: 'Call', on: '2026-12-01', way: 'call' },
      ],
    });
  });

  test('is total: whatever JSON lies there, a person comes out', () => {
    void fc.assert(
      fc.property(anyValues, (values) => {
        const person = rowToPerson(rowOf(values));
        expect([person.name, person.company, person.metAt].every((text) => typeof text === 'string')).toBe(
          true,
        );
        expect([person.occasionId, person.lookedAt].every((text) => text === null || isText(text))).toBe(
          true,
        );
        const entries = [...person.phones, ...person.emails, ...person.handles];
        expect(entries.every((entry) => Object.values(entry).every(isText))).toBe(true);
        expect(entries.every(({ typed }) => typeof typed === 'string')).toBe(true);
        expect(person.phones.map(({ id }) => id)).toEqual(entriesOf(values, 'phone').map(({ id }) => id));
        expect(person.handles.map(({ id }) => id)).toEqual(entriesOf(values, 'handle').map(({ id }) => id));
        expect(personLabel(person)).not.toBe('');
        expect(personFirstName(person)).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  test("an entry's id is its key's, whatever its value says", () => {
    const { phones } = rowToPerson(rowOf({ 'phone/aaaaaaaa': { id: 'other', typed: '1' } }));
    expect(phones).toEqual([{ id: 'aaaaaaaa', typed: '1' }]);
  });
});

test('rowToNote, rowToFile and rowToOccasion are total too', () => {
  void fc.assert(
    fc.property(anyValues, (values) => {
      const file = rowToFile(rowOf(values));
      const note = rowToNote(rowOf(values), [file]);
      const { id, personId, text, writtenBy, writtenAt, readAt, asides } = note;
      expect([id, personId, text, writtenBy, writtenAt].every(isText)).toBe(true);
      expect(readAt === null || isText(readAt)).toBe(true);
      expect(asides.every((aside) => isText(aside.kind) && isText(aside.text))).toBe(true);
      expect(file.seconds === null || typeof file.seconds === 'number').toBe(true);
      expect(Object.values(file.heard).every((heard) => heard === null || isText(heard))).toBe(true);
      const occasion = rowToOccasion(rowOf(values));
      expect(typeof occasion.name).toBe('string');
      expect(tagColours).toContain(occasion.colour);
    }),
  );
});

describe('what to call somebody', () => {
  const nobody: Person = rowToPerson(rowOf({}));
  const phones = [{ id: 'a', typed: '212 736 5000' }];
  const emails = [{ id: 'a', typed: 'dana@example.com' }];
  const handles = [{ id: 'a', typed: 'ig dana' }];

  test('the name, or the first thing that is known instead', () => {
    expect(personLabel({ ...nobody, name: 'Dana Lee', phones })).toBe('Dana Lee');
    expect(personLabel({ ...nobody, phones, emails, handles })).toBe('212 736 5000');
    expect(personLabel({ ...nobody, emails, handles })).toBe('dana@example.com');
    expect(personLabel({ ...nobody, handles })).toBe('ig dana');
    expect(personLabel(nobody)).toBe('Somebody');
  });

  test('the first name alone, in a sentence', () => {
    expect(personFirstName({ ...nobody, name: '  Dana   Lee ' })).toBe('Dana');
    expect(personFirstName({ ...nobody, name: '李娜' })).toBe('李娜');
    expect(personFirstName({ ...nobody, phones })).toBe('212 736 5000');
    expect(personFirstName(nobody)).toBe('Somebody');
  });
});
