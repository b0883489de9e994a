import { expect, test } from 'vitest';
import { readTag } from '../../../src/app/screens/capture/line/line-fields.ts';
import { createLineReader, readLineParts } from '../../../src/app/screens/capture/line/read-line.ts';

const read = createLineReader('US');

test('the line fills in what was not typed, and what was put back is a note', () => {
  const line = 'Dana Ruiz 231 555 0142 dana at ruizbakery dot com, two kids';
  expect(readTag({ line, name: 'Daniela' }, read)).toEqual({
    name: 'Daniela',
    phone: '231 555 0142',
    email: 'dana@ruizbakery.com',
    note: 'Dana Ruiz\ntwo kids',
  });
  const putBack = JSON.stringify(['231 555 0142']);
  expect(readTag({ line, putBack }, read)).toMatchObject({
    name: 'Dana Ruiz',
    note: '231 555 0142, two kids',
  });
  expect(readTag({ line, putBack }, read)).not.toHaveProperty('phone');
});

test('without its reader the whole line is a note', () => {
  expect(readTag({ line: 'Dana 231 555 0142', note: 'tall' }, undefined)).toEqual({
    note: 'tall\nDana 231 555 0142',
  });
  expect(readTag({ line: '  ', name: 'Dana' }, undefined)).toEqual({ name: 'Dana' });
});

test('a draft that holds something else for what was put back loses nothing', () => {
  for (const putBack of ['{', '"x"', '[1]', 'null']) {
    expect(readTag({ line: 'Dana Ruiz', putBack }, read)).toEqual({ name: 'Dana Ruiz' });
  }
});

test('a card of another program that is pasted into the line is read as a card', () => {
  const line = 'BEGIN:VCARD\nVERSION:3.0\nFN:Dana Ruiz\nTEL;TYPE=WORK:+12315550142\nX-ROOM:2\nEND:VCARD';
  expect(readTag({ line }, read)).toEqual({
    name: 'Dana Ruiz',
    phone: '+12315550142',
    'phone.label': 'work',
    cardLines: expect.stringContaining('X-ROOM:2'),
  });
  expect(readLineParts(line, 'US', '').parts).toEqual([]);
  expect(readTag({ line: 'MECARD:N:Ruiz,Dana;TEL:+12315550142;;' }, read)).toMatchObject({
    name: 'Dana Ruiz',
  });
});

test('of anything more than one card no word is lost', () => {
  const card = (name: string) => `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nEND:VCARD`;
  const words = (line: string) => Object.values(readTag({ line }, read)).join(' ');
  expect(words(`${card('Dana Ruiz')}\n${card('Bob Lee')}`)).toMatch(/Dana Ruiz[\s\S]*Bob Lee/u);
  expect(words(`${card('Dana Ruiz')}\nowns the bakery`)).toContain('owns the bakery');
  expect(words('MECARD:N:Ruiz,Dana;TEL:2315550142;;\nowns the bakery')).toContain('owns the bakery');
});
