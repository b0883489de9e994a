import { expect, test } from 'vitest';
import { entryKeys } from '../../../src/app/screens/capture/entry-keys.ts';
import { fillFields, takeBack } from '../../../src/app/screens/capture/fill-fields.ts';
import { type ContactReading, emptyContact } from '../../../src/exchange/contact-reading.ts';

const read = (parts: Partial<ContactReading>): ContactReading => ({ ...emptyContact, ...parts });

test('fills the empty lines of a tag', () => {
  const reading = read({
    name: 'Dana Ruiz',
    title: 'Owner',
    company: 'Ruiz Bakery',
    phones: [{ text: '231 555 0142', label: 'work' }, { text: '231 555 0143' }],
    emails: [{ text: 'dana@ruizbakery.com' }],
    handles: ['instagram dana.bakes'],
    addresses: [{ text: '12 Fourth Street, Clare' }],
    note: 'two kids',
  });
  expect(fillFields({ where: 'Mixer' }, reading)).toEqual({
    where: 'Mixer',
    name: 'Dana Ruiz',
    title: 'Owner',
    company: 'Ruiz Bakery',
    phone: '231 555 0142',
    'phone.label': 'work',
    phone2: '231 555 0143',
    email: 'dana@ruizbakery.com',
    handle: 'instagram dana.bakes',
    address: '12 Fourth Street, Clare',
    note: 'two kids',
  });
});

test('what stands there stays, and nothing that was read is lost', () => {
  const fields = { name: 'Dana', company: 'Bakery', phone: '(231) 555-0142', note: 'Nice dog' };
  const reading = read({
    name: 'Daniela Ruiz',
    company: 'bakery',
    phones: [{ text: '231-555-0142' }, { text: '231 555 0199' }],
    note: 'new in town',
  });
  expect(fillFields(fields, reading)).toEqual({
    name: 'Dana',
    company: 'Bakery',
    phone: '(231) 555-0142',
    phone2: '231 555 0199',
    note: 'Nice dog\nDaniela Ruiz\nnew in town',
  });
});

test('the same card read twice changes nothing', () => {
  const reading = read({
    name: 'Dana',
    phones: [{ text: '1' }, { text: '2' }],
    note: 'Two lines\nof a note',
  });
  const besides = { cardLines: 'BDAY:1980-03-07', fileIds: ['a'] };
  const once = fillFields({}, reading, besides);
  expect(once).toMatchObject({ cardLines: 'BDAY:1980-03-07', files: 'a' });
  expect(fillFields(once, reading)).toEqual(once);
});

test('an emptied line is filled before a new one is made', () => {
  const fields = { phone: '', phone2: '231 555 0199' };
  expect(fillFields(fields, read({ phones: [{ text: '231 555 0142' }, { text: '231 555 0100' }] }))).toEqual({
    phone: '231 555 0142',
    phone2: '231 555 0199',
    phone3: '231 555 0100',
  });
});

test('lines are in the order of their numbers', () => {
  const fields = { phone10: 'c', phone2: 'b', phone: 'a', email: 'd', 'phone.label': 'work', title: 'x' };
  expect(entryKeys(fields).map(({ key }) => key)).toEqual(['phone', 'email', 'phone2', 'phone10']);
});

test('what was filled in is taken back, and what was typed since stays', () => {
  const before = { name: 'Dana', note: 'tall' };
  const filled = fillFields(before, read({ company: 'Bakery', phones: [{ text: '1' }], note: 'two kids' }));
  expect(takeBack(filled, before, filled)).toEqual(before);
  const typed = { ...filled, name: 'Dana Ruiz', company: 'Bakery & Sons', email: 'dana@ruiz.example' };
  expect(takeBack(typed, before, filled)).toEqual({
    name: 'Dana Ruiz',
    company: 'Bakery & Sons',
    email: 'dana@ruiz.example',
    note: 'tall',
  });
});
