import { describe, expect, test } from 'vitest';
import { addedToWords, knownToWords } from '../../../src/app/screens/capture/contacts/contacts-words.ts';
import { takeWhatFits } from '../../../src/app/screens/capture/contacts/keep-card.ts';
import { knowPeople } from '../../../src/app/screens/capture/contacts/known-people.ts';
import { cardLabel, findCards } from '../../../src/app/screens/capture/contacts/read-cards.ts';
import { maxNoteLength } from '../../../src/domain/limits.ts';
import { rowToPerson } from '../../../src/domain/person.ts';
import type { FieldValues } from '../../../src/domain/row.ts';

const person = (values: FieldValues) => rowToPerson({ id: '1', values });
const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
const find = (text: string, ...people: FieldValues[]) => findCards(text, knowPeople(people.map(person)));
const knownIn = (text: string, ...people: FieldValues[]) => find(text, ...people).known;

describe('somebody in a file is here already', () => {
  test('by the same UID, whatever else has changed', () => {
    const here = { name: 'Dana', cardLines: 'REV:1\nUID:abc' };
    expect(knownIn(card('FN:Dana Ruiz-Moore', 'UID:abc'), here)).toEqual(['Dana Ruiz-Moore']);
    expect(knownIn(card('FN:Dana Ruiz-Moore', 'UID:abd'), here)).toEqual([]);
  });

  test('by the same name with a number or an address in common, however they are written', () => {
    const here = {
      name: 'Dana Ruíz',
      'phone/1': { typed: '(231) 555-0142' },
      'email/1': { typed: 'D@x.org' },
    };
    expect(knownIn(card('FN:dana  ruiz', 'TEL:+1 231 555 0142'), here)).toHaveLength(1);
    expect(knownIn(card('FN:Dana Ruiz', 'EMAIL:d@X.org'), here)).toHaveLength(1);
  });

  test('but not by a name alone, nor by a mailbox that two people share', () => {
    const here = { name: 'Dana Ruiz', 'email/1': { typed: 'home@x.org' } };
    expect(knownIn(card('FN:Dana Ruiz', 'TEL:231 555 0199'), here)).toEqual([]);
    expect(knownIn(card('FN:Sam Ruiz', 'EMAIL:home@x.org'), here)).toEqual([]);
  });

  test('where nothing but a name is known of both', () => {
    expect(knownIn(card('FN:Dana Ruiz'), { name: 'Dana Ruiz' })).toHaveLength(1);
    expect(knownIn(card('FN:Dana Ruiz', 'ORG:Bakery'), { name: 'Dana Ruiz' })).toEqual([]);
  });

  test('the second time in the file itself', () => {
    const found = find(card('FN:Dana', 'TEL:1') + card('FN:Sam', 'TEL:1') + card('FN:Dana', 'TEL:1'));
    expect(found.fresh.map(cardLabel)).toEqual(['Dana', 'Sam']);
    expect(found.known).toEqual(['Dana']);
    expect(found.count).toBe(3);
  });
});

test('of a file that is none, its fault is told, and nobody is in it', () => {
  const found = find('%PDF-1.7 nothing');
  expect(found.count).toBe(0);
  expect(found.faults.map(({ words }) => words)).toEqual(['There is no contact card in this.']);
});

test('a card line that is larger than a person may hold is told, and the others are kept', () => {
  const large = `SOUND:${'x'.repeat(maxNoteLength)}`;
  expect(takeWhatFits(['REV:1', large, 'UID:abc'])).toEqual({ kept: ['REV:1', 'UID:abc'], leftOut: [large] });
});

test('what was done is said in words', () => {
  expect(knownToWords(['Ann'])).toBe('Ann is already here.');
  expect(knownToWords(['Ann', 'Bob'])).toBe('Ann and Bob are already here.');
  expect(knownToWords(['Ann', 'Bob', 'Cid'])).toBe('Ann and 2 others are already here.');
  const added = { ids: ['1'], leftOut: ['Dana'], hasStopped: false };
  expect(addedToWords(added, 1)).toBe(
    '1 person is added. 1 was here already. A part was too large to keep: Dana.',
  );
});
