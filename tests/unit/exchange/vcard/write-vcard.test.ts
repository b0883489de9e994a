import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type ContactReading, emptyContact } from '../../../../src/exchange/contact-reading.ts';
import { joinRest } from '../../../../src/exchange/vcard/join-rest.ts';
import { isPrivateProperty, takePublicRest } from '../../../../src/exchange/vcard/private-property.ts';
import { readVcards } from '../../../../src/exchange/vcard/read-vcards.ts';
import { contactToSmallVcard } from '../../../../src/exchange/vcard/small-vcard.ts';
import { type Card, cardToVcard, contactToCard } from '../../../../src/exchange/vcard.ts';

const dana: Card = {
  uid: '',
  name: 'Dana Ruiz',
  company: 'Ruiz Bakery',
  phones: ['+12315550142'],
  emails: [],
  links: [],
  categories: [],
  note: '',
};

const linesOf = (card: Card) => cardToVcard(card).replaceAll('\r\n ', '').split('\r\n').slice(2, -2);

describe('labels', () => {
  test('are types where there is one, and otherwise an X-ABLabel in a group of its own', () => {
    const phones = [
      { text: '1', label: 'mobile' },
      { text: '2', label: 'Work fax' },
      { text: '3', label: 'Front; desk' },
      { text: '4', label: ' ' },
    ];
    const addresses = [{ text: '1 Elm St, Town', label: 'home' }];
    expect(
      linesOf({ ...dana, phones, addresses, emails: [{ text: 'a@example.com', label: 'Orders' }] }),
    ).toEqual([
      'FN:Dana Ruiz',
      'N:Ruiz;Dana;;;',
      'ORG:Ruiz Bakery',
      'TEL;TYPE=CELL:1',
      'TEL;TYPE=FAX;TYPE=WORK:2',
      'item1.TEL:3',
      'item1.X-ABLabel:Front\\; desk',
      'TEL;TYPE=VOICE:4',
      'item2.EMAIL:a@example.com',
      'item2.X-ABLabel:Orders',
      'ADR;TYPE=HOME:;;1 Elm St\\, Town;;;;',
    ]);
  });

  test('take groups that no kept line uses', () => {
    const rest = [
      'ITEM1.X-ABDATE:2012-06-09',
      'item1.X-ABLabel:_$!<Anniversary>!$_',
      'item2.ADR:;;1 Elm St;Town;;;',
    ];
    const lines = linesOf({ ...dana, phones: [{ text: '1', label: 'Barn' }], rest });
    expect(lines).toContain('item3.TEL:1');
    expect(lines).toContain('item3.X-ABLabel:Barn');
    expect(lines).toEqual(expect.arrayContaining(rest));
  });
});

describe('a kept line', () => {
  const tel = 'TEL;TYPE=CELL;TYPE=pref:(231) 555-0142';

  test('stands in place of the one that would be made, and follows a changed form of the number', () => {
    expect(linesOf({ ...dana, phones: ['(231) 555-0142'], rest: [tel] })).toContain(tel);
    expect(linesOf({ ...dana, rest: [tel] })).toContain('TEL;TYPE=CELL;TYPE=pref:+12315550142');
    expect(linesOf({ ...dana, rest: [tel] }).filter((line) => line.startsWith('TEL'))).toHaveLength(1);
  });

  test('of a number that was changed, labelled otherwise or deleted is left out, with its label', () => {
    const rest = ['item1.TEL;TYPE=pref:(231) 555-0142', 'item1.X-ABLabel:Barn', 'BDAY:1990-01-01'];
    for (const phones of [['+12315550199'], [], [{ text: '(231) 555-0142', label: 'home' }]]) {
      const lines = linesOf({ ...dana, phones, rest });
      expect(lines.join()).not.toMatch(/pref|Barn/);
      expect(lines).toContain('BDAY:1990-01-01');
    }
  });

  test('of a name, company, title or note that was changed is left out', () => {
    const rest = [
      'N:Ruiz;Dana;Marie;;',
      'FN:Danny',
      'ORG:Ruiz Bakery;Sales',
      'TITLE;LANGUAGE=en:Owner',
      'NOTE;X=1:Likes tacos',
    ];
    expect(
      linesOf({ ...dana, name: 'Danny', title: 'Owner', note: 'Likes tacos', phones: [], rest }),
    ).toEqual(['FN:Danny', 'N:Ruiz;Dana;Marie;;', ...rest.slice(2)]);
    expect(
      linesOf({
        ...dana,
        name: 'Dana Lopez',
        company: 'Lopez',
        title: 'Baker',
        note: 'New',
        phones: [],
        rest,
      }),
    ).toEqual(['FN:Dana Lopez', 'N:Lopez;Dana;;;', 'ORG:Lopez', 'TITLE:Baker', 'NOTE:New']);
    expect(linesOf({ ...dana, company: '', title: '', phones: [], rest }).join()).not.toMatch(
      /ORG|TITLE|NOTE|Danny/,
    );
  });

  test('of a field that the caller does not know of leaves as it came', () => {
    const rest = ['TITLE;LANGUAGE=en:Owner', 'ADR;TYPE=HOME:;;1 Elm St;Town;;;'];
    expect(linesOf({ ...dana, rest })).toEqual(expect.arrayContaining(rest));
    expect(linesOf({ ...dana, title: '', addresses: [], rest }).join()).not.toMatch(/TITLE|ADR/);
  });

  test('with a second title leaves beside the changed first one', () => {
    const rest = ['TITLE:Owner', 'TITLE:Baker'];
    expect(linesOf({ ...dana, title: 'Boss', rest }).filter((line) => line.startsWith('TITLE'))).toEqual([
      'TITLE:Boss',
      'TITLE:Baker',
    ]);
  });

  test('gives its UID only where the person has none here', () => {
    const uids = (uid: string) =>
      linesOf({ ...dana, uid, rest: ['UID:theirs'] }).filter((line) => line.startsWith('UID'));
    expect(uids('ours')).toEqual(['UID:ours']);
    expect(uids('')).toEqual(['UID:theirs']);
  });

  test('of categories is one with ours, its commas separate', () => {
    const rest = ['CATEGORIES:Friends,Open\\, house'];
    const lines = linesOf({ ...dana, categories: ['Mixer, May', 'Friends'], rest });
    expect(lines.filter((line) => line.startsWith('CATEGORIES'))).toEqual([
      'CATEGORIES:Mixer\\, May,Friends,Open\\, house',
    ]);
    expect(linesOf({ ...dana, rest })).toContain(rest[0]);
  });

  test('cannot end the card, nor begin another line', () => {
    const rest = ['END:VCARD', 'BEGIN:VCARD', 'VERSION:4.0', 'no property', 'X-A:1\r\nEND:VCARD\r\nX-B:2'];
    expect(linesOf({ ...dana, phones: [], rest })).toEqual([
      'FN:Dana Ruiz',
      'N:Ruiz;Dana;;;',
      'ORG:Ruiz Bakery',
      'X-A:1END:VCARDX-B:2',
    ]);
  });
});

test('a picture leaves as vCard 3.0 says it, with its crop', () => {
  const photos = [{ type: 'image/png', base64: 'iVBORw==', parameters: 'X-ABCROP-RECTANGLE=a&b==' }];
  const text = cardToVcard({ ...dana, photos });
  expect(text).toContain('PHOTO;ENCODING=b;TYPE=PNG;X-ABCROP-RECTANGLE=a&b==:iVBORw==\r\n');
  expect(readVcards(text).cards[0]?.photos).toEqual(photos);
});

describe('words of a network', () => {
  test('leave as Apple writes a profile without an address', () => {
    expect(linesOf({ ...dana, links: ['skype dana ruiz', 'https://a.example/x'] }).slice(-2)).toEqual([
      'X-SOCIALPROFILE:x-apple:skype%20dana%20ruiz',
      'URL:https://a.example/x',
    ]);
  });
});

describe('kept lines of two cards of one person', () => {
  test('are joined: no line twice, no group in two meanings', () => {
    const first = ['BDAY:1990-01-01', 'item1.TEL;TYPE=pref:1', 'item1.X-ABLabel:Barn'];
    const second = [
      'BDAY:1990-01-01',
      'X-A:1',
      'Item1.ADR:;;1 Elm St;Town;;;',
      'item1.X-ABLabel:Home',
      'item2.X-B:2',
    ];
    expect(joinRest(first, second)).toEqual([
      ...first,
      'X-A:1',
      'item3.ADR:;;1 Elm St;Town;;;',
      'item3.X-ABLABEL:Home',
      'item2.X-B:2',
    ]);
    expect(joinRest(first, first)).toEqual(first);
    expect(joinRest([], second)).toEqual(second);
  });
});

describe('what may leave without asking', () => {
  test.each([
    'TEL;TYPE=CELL:1',
    'item1.ADR:;;1 Elm St;;;;',
    'N:Ruiz;Dana;;;',
    'X-SOCIALPROFILE;TYPE=x:https://x.com/d',
    'UID:1',
    'X-PHONETIC-FIRST-NAME:Da',
  ])('%s may', (line) => {
    expect(isPrivateProperty(line)).toBe(false);
  });

  test.each([
    'BDAY:1990-01-01',
    'item1.X-ABDATE:2012-06-09',
    'ANNIVERSARY:20120609',
    'item2.X-ABRELATEDNAMES:Alex',
    'RELATED;TYPE=spouse:x',
    'X-SPOUSE:Alex',
    'X-MS-SPOUSE;N:Alex',
    'X-MS-CHILD:Kim',
    'X-MANAGER:Boss',
    'GENDER:F',
    'NOTE:x',
    'CATEGORIES:x',
    'AGENT:BEGIN:VCARD',
    'X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;María;14',
    'X-ANYTHING:1',
    'item1.X-ABLabel:_$!<Spouse>!$_',
    'no property',
    '',
    'TEL',
    'note;x:y',
  ])('%s may not', (line) => {
    expect(isPrivateProperty(line)).toBe(true);
  });

  test('is taken with its labels, and nothing of what may not', () => {
    const rest = [
      'item1.TEL;TYPE=pref:1',
      'item1.X-ABLabel:Barn',
      'item2.X-ABRELATEDNAMES:Alex',
      'item2.X-ABLabel:_$!<Spouse>!$_',
      'item3.ADR:;;1 Elm St;Town;;;',
      'item3.X-ABADR:us',
      'BDAY:1990-01-01',
      'item4.X-ABLabel:Alone',
      'a.TEL:2',
      'a.NOTE:x',
      'a.X-ABLabel:Of both',
      'UID:1',
    ];
    expect(takePublicRest(rest)).toEqual([
      'item1.TEL;TYPE=pref:1',
      'item1.X-ABLabel:Barn',
      'item3.ADR:;;1 Elm St;Town;;;',
      'item3.X-ABADR:us',
      'a.TEL:2',
      'UID:1',
    ]);
  });

  test('a note that the caller does not give does not leave by a kept line', () => {
    expect(cardToVcard({ ...dana, rest: ['NOTE;LANGUAGE=en:Two kids'] })).not.toContain('kids');
  });
});

describe('a card small enough for a code', () => {
  const contact: ContactReading = {
    ...emptyContact,
    name: 'Dana Ruiz',
    company: 'Ruiz; Bakery',
    title: 'Owner',
    phones: [
      { text: '+12315550142', label: 'mobile' },
      { text: '+12315550143', label: 'Front desk' },
    ],
    emails: [{ text: 'dana@example.com' }],
    handles: ['ig dana.bakes', 'https://ruizbakery.example/?a=1,2', 'myspace dana'],
    addresses: [{ text: '76 Fourth St' }],
    note: 'private',
  };

  test('has what a phone needs, and nothing else', () => {
    expect(contactToSmallVcard(contact)).toBe(
      [
        'BEGIN:VCARD',
        'VERSION:3.0',
        'N:Ruiz;Dana',
        'FN:Dana Ruiz',
        'ORG:Ruiz\\; Bakery',
        'TITLE:Owner',
        'TEL;TYPE=CELL:+12315550142',
        'TEL:+12315550143',
        'EMAIL:dana@example.com',
        'URL:https://www.instagram.com/dana.bakes',
        'URL:https://ruizbakery.example/?a=1,2',
        'END:VCARD',
        '',
      ].join('\r\n'),
    );
  });

  test('is read by ical.js', () => {
    const component = new ICAL.Component(
      ICAL.parse(contactToSmallVcard({ ...contact, company: 'Ruiz Bakery' })),
    );
    expect(component.getFirstPropertyValue('fn')).toBe('Dana Ruiz');
    expect(component.getFirstPropertyValue('org')).toBe('Ruiz Bakery');
    expect(component.getAllProperties('tel').map((tel) => tel.getFirstValue())).toEqual([
      '+12315550142',
      '+12315550143',
    ]);
  });

  test('comes back whole through our own reader, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        const name = typed.replace(/[\p{Cc}\s]+/gu, ' ').trim();
        if (name === '') return;
        const text = contactToSmallVcard({ ...emptyContact, name });
        expect(readVcards(text).cards).toEqual([
          { contact: { ...emptyContact, name }, photos: [], rest: [] },
        ]);
        for (const line of text.split('\r\n')) expect(line).not.toMatch(/^[ \t]/);
      }),
    );
  });
});

test('a contact becomes a card with everything in it', () => {
  const contact = {
    ...emptyContact,
    name: 'Dana',
    title: 'Owner',
    handles: ['https://a.example'],
    addresses: [{ text: 'x' }],
  };
  expect(contactToCard(contact, 'urn:uuid:1')).toEqual({
    uid: 'urn:uuid:1',
    name: 'Dana',
    title: 'Owner',
    company: '',
    phones: [],
    emails: [],
    note: '',
    categories: [],
    links: ['https://a.example'],
    addresses: [{ text: 'x', label: '' }],
  });
});
