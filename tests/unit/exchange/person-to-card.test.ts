import { expect, test } from 'vitest';
import { takeLeaving } from '../../../src/domain/leaving.ts';
import { rowToPerson } from '../../../src/domain/person.ts';
import { tableDefinitions } from '../../../src/domain/tables.ts';
import { personToCard } from '../../../src/exchange/person-to-card.ts';
import { cardToVcard } from '../../../src/exchange/vcard.ts';

const values = {
  name: 'Dana Ruiz',
  company: 'Fourth Street Bakery',
  title: 'Owner',
  language: 'es',
  cardLines: 'X-SECRET:beagle',
  metAt: '2026-11-22T23:42:00.000Z',
  occasion: null,
  lookedAt: '2026-11-23T01:00:00.000Z',
  household: '01900000-0000-7000-8000-000000000001',
  notedAt: '2026-11-22T23:42:00.000Z',
  'phone/aaaaaaaa': { typed: '(231) 555-0142', e164: '+12315550142', label: 'work' },
  'phone/bbbbbbbb': { typed: 'ask Bo' },
  'email/aaaaaaaa': { typed: 'dana@example.com' },
  'handle/aaaaaaaa': { typed: 'ig dana', network: 'Instagram', url: 'https://www.instagram.com/dana' },
  'handle/bbbbbbbb': { typed: '@dana' },
  'address/aaaaaaaa': { typed: '12 Oak Street' },
  'detail/aaaaaaaa': { kind: 'pets', text: 'A beagle called Biscuit' },
  isImported: false,
  next: { on: '2026-12-01', way: 'coffee' },
  rhythm: { every: 6, unit: 'week', from: '2026-11-22' },
  zone: 'Asia/Kathmandu',
  recall: { reps: 41, lapses: 40 },
  merged: { into: '01900000-0000-7000-8000-000000000002', rows: [], before: {} },
  'apart/aaaaaaaa': { person: '01900000-0000-7000-8000-000000000003' },
};

test('a card for the phone’s address book has what can be used there', () => {
  const card = cardToVcard(personToCard(rowToPerson({ id: 'p1', values })));
  expect(card).toContain('FN:Dana Ruiz\r\n');
  expect(card).toContain('N:Ruiz;Dana;;;\r\n');
  expect(card).toContain('TITLE:Owner\r\n');
  expect(card).toContain('TEL;TYPE=WORK:+12315550142\r\n');
  expect(card).toContain('EMAIL;TYPE=INTERNET:dana@example.com\r\n');
  expect(card).toContain('URL:https://www.instagram.com/dana\r\n');
  expect(card).toContain('12 Oak Street');
  expect(card).not.toContain('@dana\r\n');
});

test('a card says nothing of what may not leave', () => {
  const row = { id: 'p1', values };
  const leaving = takeLeaving({ table: 'person', values }, 'public');
  const ofAll = cardToVcard(personToCard(rowToPerson(row)));
  expect(ofAll).toBe(cardToVcard(personToCard(rowToPerson({ id: 'p1', values: leaving }))));
  const known = new Set(Object.keys(values).map((key) => key.split('/')[0]));
  const unknown = [
    ...Object.keys(tableDefinitions.person.fields),
    ...Object.keys(tableDefinitions.person.entries),
  ];
  expect(unknown.filter((field) => field !== 'deleted' && !known.has(field))).toEqual([]);
  for (const secret of ['beagle', 'Kathmandu', 'coffee', '01900000']) expect(ofAll).not.toContain(secret);
});
