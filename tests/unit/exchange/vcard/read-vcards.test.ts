import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyContact } from '../../../../src/exchange/contact-reading.ts';
import { readVcards } from '../../../../src/exchange/vcard/read-vcards.ts';
import { readExpected, readVcardFile, vcardFileNames } from '../vcards/read-vcard-file.ts';

const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\r\n');
const old = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:2.1', ...lines, 'END:VCARD'].join('\r\n');
const only = (text: string) => {
  const { cards, faults } = readVcards(text);
  expect(faults).toEqual([]);
  expect(cards).toHaveLength(1);
  return cards[0] ?? { contact: emptyContact, photos: [], rest: [] };
};

test('there are files of every program', () => {
  expect(vcardFileNames()).toHaveLength(12);
});

test.each(vcardFileNames())('%s: everything in it is read or kept', (name) => {
  expect(readVcards(readVcardFile(name))).toEqual(readExpected(name));
});

describe('lines', () => {
  test.each(['\r\n', '\n', '\r', '\r\r\n'])('end with %j, and are folded with blanks and tabs', (end) => {
    const text = [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:Da',
      ' na R',
      '\tuiz',
      'NOTE:a',
      '  b',
      'END:VCARD',
      '',
    ].join(end);
    expect(only(text).contact).toMatchObject({ name: 'Dana Ruiz', note: 'a b' });
  });

  test('of a card in a mail may be indented', () => {
    expect(only(card('FN:Dana', 'NOTE:a', ' b').replace(/^/gm, '    ')).contact).toMatchObject({
      name: 'Dana',
      note: 'ab',
    });
  });

  test('end within quoted-printable after an equals sign, also before a line that looks like a property', () => {
    const note = 'NOTE;QUOTED-PRINTABLE:one=\r\nTEL:two=\r\n=\r\nthree';
    expect(only(old('FN:Dana', note, 'TEL:1')).contact).toMatchObject({
      note: 'oneTEL:twothree',
      phones: [{ text: '1' }],
    });
  });

  test('of a picture may stand without blanks, and end with an empty line or none', () => {
    for (const end of [[''], []]) {
      const lines = ['PHOTO;JPEG;BASE64:', '/9j/4AAQ', 'SkZJRg==', ...end, 'TEL:1'];
      const read = only(old('FN:Dana', ...lines));
      expect(read.photos).toEqual([{ type: 'image/jpeg', base64: '/9j/4AAQSkZJRg==', parameters: '' }]);
      expect(read.contact.phones).toEqual([{ text: '1' }]);
    }
  });
});

describe('escapes', () => {
  test.each([
    ['a\\nb\\Nc', 'a\nb\nc'],
    ['a\\, b\\; c\\\\ d\\: e', 'a, b; c\\ d: e'],
    ['a, b; c: d', 'a, b; c: d'],
    ['C:\\temp \\x \\', 'C:\\temp \\x \\'],
    ['\\\\n', '\\n'],
  ])('of 3.0: %j', (value, text) => {
    expect(only(card('FN:Dana', `NOTE:${value}`)).contact.note).toBe(text);
  });

  test.each([
    ['NOTE:a\\;b;c,d', 'a;b;c,d'],
    ['NOTE:a\\nb\\,c\\\\d', 'a\nb,c\\d'],
    ['NOTE;ENCODING=QUOTED-PRINTABLE:C:\\new=0D=0Ab=3Dc\\;d', 'C:\\new\nb=c;d'],
    ['NOTE;ENCODING=QUOTED-PRINTABLE:not=ZZ a code', 'not=ZZ a code'],
    ['NOTE;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:caf=E9', 'café'],
    ['NOTE;CHARSET=WINDOWS-1252;ENCODING=QUOTED-PRINTABLE:=80 =93x=94', '€ “x”'],
    ['NOTE;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:caf=C3=A9', 'café'],
    ['NOTE;ENCODING=QUOTED-PRINTABLE:=F0=9F=8C=AE', '🌮'],
  ])('of 2.1: %j', (line, text) => {
    expect(only(old('FN:Dana', line)).contact.note).toBe(text);
  });

  test('do not part a name, a company or an address', () => {
    const lines = ['N:O\\;Neil;Dana\\, Q', 'ORG:A\\; B, C', 'ADR:;;1 Elm\\; rear;Town;;;'];
    const { contact } = only(card(...lines));
    expect(contact.name).toBe('Dana, Q O;Neil');
    expect(contact.company).toBe('A; B, C');
    expect(contact.addresses).toEqual([{ text: '1 Elm; rear, Town' }]);
  });
});

describe('labels', () => {
  test.each([
    ['TEL;CELL:1', 'mobile'],
    ['TEL;TYPE=work,voice:1', 'work'],
    ['TEL;TYPE="work,cell":1', 'work mobile'],
    ['TEL;WORK;FAX:1', 'work fax'],
    ['TEL;TYPE=HOME;TYPE=FAX;TYPE=pref:1', 'home fax'],
    ['TEL;type=IPHONE;type=CELL:1', 'mobile'],
    ['TEL;TYPE=assistant:1', 'assistant'],
    ['TEL;X-Front desk:1', 'Front desk'],
    ['item1.TEL:1\r\nitem1.X-ABLabel:_$!<Mobile>!$_', 'mobile'],
    ['item1.TEL:1\r\nitem1.X-ABLabel:_$!<HomeFAX>!$_', 'home fax'],
    ['ITEM1.TEL:1\r\nitem1.X-ABLABEL:Front\\, desk', 'Front, desk'],
    ['item1.X-ABLabel:Front desk\r\nTEL:2\r\nitem1.TEL:1', 'Front desk'],
  ])('of %j', (lines, label) => {
    const phones = only(card('FN:Dana', ...lines.split('\r\n'))).contact.phones;
    expect(phones.find(({ text }) => text === '1')).toEqual({ text: '1', label });
  });

  test.each(['TEL:1', 'TEL;VOICE:1', 'TEL;TYPE=pref:1', 'item1.TEL:1\r\nitem1.X-ABLabel:'])(
    'none in %j',
    (lines) => {
      expect(only(card('FN:Dana', ...lines.split('\r\n'))).contact.phones).toEqual([{ text: '1' }]);
    },
  );
});

describe('what the contact does not carry whole', () => {
  test.each([
    'N:Ruiz;Dana;Marie;;',
    'TEL;TYPE=CELL;TYPE=pref:1',
    'ORG:Ruiz Bakery;Sales',
    'TITLE;LANGUAGE=en:Owner',
    'ADR;TYPE=HOME:;;1 Elm St;Town;;;',
    'URL;TYPE=WORK:https://a.example',
    'BDAY:1990-01-01',
    'X-UNKNOWN;X-P="a:b;c,d";Y=1:v\\;w:x,y',
    'UID:1',
    'X-JSON:{"a":1}',
  ])('%s is kept as it stood there', (line) => {
    expect(only(card('FN:Dana Ruiz', line)).rest).toContain(line);
  });

  test.each([
    'N:Ruiz;Dana;;;',
    'N:Ruiz;Dana',
    'TEL;TYPE=CELL:1',
    'TEL;type=WORK;type=VOICE:1',
    'EMAIL;TYPE=INTERNET:a@example.com',
    'ORG:Ruiz Bakery;',
    'TITLE:Owner',
    'ADR:;;1 Elm St;;;;',
    'URL:https://a.example',
    'NOTE:one\\ntwo',
    'TEL:',
    'ADR;HOME:;;;;;;',
  ])('%s is not: the contact says the same', (line) => {
    expect(only(card('FN:Dana Ruiz', line)).rest).toEqual([]);
  });

  test('several titles are kept together, the first one first', () => {
    const { contact, rest } = only(card('FN:Dana', 'TITLE:Owner', 'TITLE:Baker'));
    expect(contact.title).toBe('Owner');
    expect(rest).toEqual(['TITLE:Owner', 'TITLE:Baker']);
  });

  test('a group is kept whole', () => {
    const lines = ['item7.ADR:;;1 Elm St;Town;;;', 'item7.X-ABADR:us', 'item7.X-ABLabel:Barn'];
    expect(only(card('FN:Dana', ...lines)).rest).toEqual(lines);
  });

  test('a picture that is linked to, or broken, is kept as a line', () => {
    const lines = ['PHOTO;VALUE=uri:https://a.example/p.jpg', 'PHOTO;ENCODING=b;TYPE=JPEG:***'];
    const read = only(card('FN:Dana', ...lines));
    expect(read.photos).toEqual([]);
    expect(read.rest).toEqual(lines);
  });
});

describe('a name', () => {
  test.each([
    [['N:Ruiz;Dana;Marie;Dr.;Jr.'], 'Dr. Dana Marie Ruiz Jr.'],
    [['N:Ruiz;Dana;;;', 'FN:'], 'Dana Ruiz'],
    [['FN:Danny', 'N:Ruiz;Dana;;;'], 'Danny'],
    [['NICKNAME:Danny', 'TEL:1'], 'Danny'],
    [['FN:+1 231', 'N:;+1 231;;;', 'TEL:+1 231'], ''],
    [['FN:a@example.com', 'EMAIL:a@example.com'], ''],
  ])('of %j', (lines, name) => {
    expect(only(card(...lines)).contact.name).toBe(name);
  });
});

describe('cards within a card', () => {
  test('are one line of the outer one, however deep', () => {
    const depth = 500;
    const nested = [
      ...Array.from({ length: depth }, () => ['AGENT:', 'BEGIN:VCARD', 'N:Petit;Luc']).flat(),
      ...Array.from({ length: depth }, () => 'END:VCARD'),
    ];
    const read = only(old('N:Ruiz;Dana', ...nested, 'TEL:1'));
    expect(read.contact).toMatchObject({ name: 'Dana Ruiz', phones: [{ text: '1' }] });
    expect(read.rest).toHaveLength(1);
    expect(read.rest[0]).toMatch(/^AGENT:BEGIN:VCARD\\nN:Petit\\;Luc\\nAGENT:\\nBEGIN:VCARD/);
    expect(only(card('FN:Dana', ...read.rest)).rest).toEqual(read.rest);
  });

  test('that break off do not swallow the cards after them', () => {
    const text = `${['BEGIN:VCARD', 'FN:Dana', 'AGENT:', 'BEGIN:VCARD', 'FN:Luc'].join('\n')}\n${card('FN:Ben')}`;
    const { cards, faults } = readVcards(text);
    expect(cards.map(({ contact }) => contact.name)).toEqual(['Dana', 'Ben']);
    expect(faults.map(({ kind, card: number }) => [kind, number])).toEqual([['no-end', 1]]);
  });
});

describe('what is no card', () => {
  test.each([
    ['', 'empty-file'],
    [' \r\n\r\n', 'empty-file'],
    ['\ufeff', 'empty-file'],
    ['name,phone\nDana,1', 'no-card'],
    ['<html>BEGIN:VCARD</html>', 'no-card'],
    ['BEGIN:VCALENDAR\nEND:VCALENDAR', 'no-card'],
    ['BEGIN:VCARD\nEND:VCARD', 'empty-card'],
    ['BEGIN:VCARD', 'empty-card'],
    ['BEGIN:VCARD\nVERSION:3.0\nFN:\nN:;;;;\nEND:VCARD', 'empty-card'],
  ])('%j is told in words', (text, kind) => {
    const { cards, faults } = readVcards(text);
    expect(cards).toEqual([]);
    expect(faults.at(-1)).toMatchObject({ kind, words: expect.stringMatching(/^[A-Z].*\.$/) });
  });
});

describe('a large file', () => {
  const many = (count: number, lineAt: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => lineAt(index)).join('\r\n');
  const cardsOf = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      card(`FN:Person ${index}`, 'TEL;TYPE=CELL:1', `NOTE:${'word '.repeat(190)}`),
    );

  test('of ten megabytes is read whole', () => {
    const text = cardsOf(10_000).join('\r\n');
    expect(text.length).toBeGreaterThan(9_900_000);
    expect(readVcards(text).cards).toHaveLength(10_000);
  });

  test.each([
    [
      'one folded value',
      card(
        'FN:Dana',
        'NOTE:x',
        many(130_000, () => ` ${'x'.repeat(74)}`),
      ),
    ],
    ['one quoted-printable value', old('FN:Dana', `NOTE;QUOTED-PRINTABLE:${'=41=42=\r\n'.repeat(100_000)}`)],
    [
      'one note of many lines',
      card(
        'FN:Dana',
        'NOTE:',
        many(100_000, () => 'words'),
      ),
    ],
    [
      'many properties',
      card(
        'FN:Dana',
        many(20_000, (index) => `TEL;X-A:${index}`),
      ),
    ],
    [
      'one group',
      card(
        'FN:Dana',
        many(20_000, (index) => `a.TEL:${index}`),
      ),
    ],
    [
      'many notes',
      card(
        'FN:Dana',
        many(20_000, (index) => `NOTE:${index}`),
      ),
    ],
    ['cards that are never closed', 'BEGIN:VCARD\nFN:x\n'.repeat(20_000)],
    ['cards in cards', `BEGIN:VCARD\nFN:x\n${'AGENT:\nBEGIN:VCARD\n'.repeat(50_000)}`],
    ['signs alone', card('FN:Dana', `X:${';\\,:"'.repeat(100_000)}`)],
  ])('of %s is read', (_, text) => {
    expect(readVcards(text).cards.length).toBeGreaterThan(0);
  });
});

test('never throws, whatever a file says, and a good card after it is read', () => {
  const piece = fc.constantFrom(
    'BEGIN:VCARD',
    '\r\n',
    '\n ',
    'END:VCARD',
    'AGENT:',
    'TEL',
    ';',
    ':',
    '=',
    '\\',
    ',',
    '"',
    'ENCODING=QUOTED-PRINTABLE',
    'BASE64',
    '=C3',
    '=\r\n',
    'item1.',
    'X-ABLabel:',
    'VERSION:2.1',
    'VERSION:4.0',
    'PHOTO',
    'data:;base64,',
    'N:',
    '\0',
    '\ud83d',
    'IMPP:',
    'x-apple:%',
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 60 }).map((pieces) => `BEGIN:VCARD\n${pieces.join('')}`),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      const { cards } = readVcards(`${text}\r\n\r\n${card('FN:Last Person')}`);
      const isOpen = /(?:=|AGENT:)[\s\0]*$/.test(text);
      if (!isOpen) expect(cards.at(-1)?.contact.name).toBe('Last Person');
    }),
    { numRuns: 3_000 },
  );
});
