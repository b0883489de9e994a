import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyContact } from '../../../../src/exchange/contact-reading.ts';
import { readQrPayload } from '../../../../src/exchange/qr-payload/read-qr-payload.ts';

const crlf = (...lines: string[]) => lines.join('\r\n');

describe('a contact', () => {
  test.each([
    ['2.1', crlf('BEGIN:VCARD', 'VERSION:2.1', 'N:Ruiz;Dana', 'TEL;CELL:+12315550142', 'END:VCARD')],
    [
      '3.0',
      crlf(
        'BEGIN:VCARD',
        'VERSION:3.0',
        'N:Ruiz;Dana;;;',
        'FN:Dana Ruiz',
        'TEL;TYPE=CELL:+12315550142',
        'END:VCARD',
      ),
    ],
    [
      '4.0',
      crlf(
        'BEGIN:VCARD',
        'VERSION:4.0',
        'FN:Dana Ruiz',
        'TEL;VALUE=uri;TYPE=cell:tel:+12315550142',
        'END:VCARD',
      ),
    ],
    ['without an end', 'BEGIN:VCARD\nVERSION:3.0\nFN:Dana Ruiz\nTEL;TYPE=CELL:+12315550142'],
    [
      'in an address',
      'data:text/vcard;charset=utf-8,BEGIN%3AVCARD%0AVERSION%3A3.0%0AFN%3ADana%20Ruiz%0ATEL%3BTYPE%3DCELL%3A%2B12315550142%0AEND%3AVCARD',
    ],
  ])('as a vCard %s', (_, text) => {
    const reading = readQrPayload(text);
    expect(reading).toMatchObject({ kind: 'contact', photos: [] });
    expect('contact' in reading && reading.contact).toEqual({
      ...emptyContact,
      name: 'Dana Ruiz',
      phones: [{ text: '+12315550142', label: 'mobile' }],
    });
  });

  test('as a MECARD, with escapes, and what has no field is kept as lines', () => {
    const text =
      'MECARD:N:Ruiz\\, Sr.,Dana;SOUND:ruiz,dana;TEL:+12315550142;TEL:2315550143;EMAIL:dana\\;1@example.com;' +
      'URL:https\\://ruizbakery.com/a;ADR:,,76 Fourth St,Springfield,IL,62701,USA;ORG:Ruiz\\: Bakery;TITLE:Owner;' +
      'NOTE:likes tacos\\\\burritos;BDAY:19900101;NICKNAME:Danny;;';
    expect(readQrPayload(text)).toEqual({
      kind: 'contact',
      photos: [],
      contact: {
        ...emptyContact,
        name: 'Dana Ruiz, Sr.',
        title: 'Owner',
        company: 'Ruiz: Bakery',
        phones: [{ text: '+12315550142' }, { text: '2315550143' }],
        emails: [{ text: 'dana;1@example.com' }],
        handles: ['https://ruizbakery.com/a'],
        addresses: [{ text: '76 Fourth St, Springfield, IL, 62701, USA' }],
        note: 'likes tacos\\burritos',
      },
      rest: ['X-PHONETIC-LAST-NAME:ruiz\\,dana', 'BDAY:19900101', 'NICKNAME:Danny'],
    });
  });

  test('as a MECARD of a program that does not escape', () => {
    expect(readQrPayload('mecard:n:Dana Ruiz;url:https://a.com/x;y=1;tel:+1 231 555 0142;')).toMatchObject({
      kind: 'contact',
      contact: { name: 'Dana Ruiz', handles: ['https://a.com/x;y=1'], phones: [{ text: '+1 231 555 0142' }] },
    });
  });

  test('as a BIZCARD', () => {
    expect(
      readQrPayload(
        'BIZCARD:N:Dana;X:Ruiz;T:Owner;C:Ruiz Bakery;A:76 Fourth St;B:+12315550142;F:+12315550143;E:dana@example.com;Q:1;;',
      ),
    ).toEqual({
      kind: 'contact',
      photos: [],
      contact: {
        ...emptyContact,
        name: 'Dana Ruiz',
        title: 'Owner',
        company: 'Ruiz Bakery',
        phones: [
          { text: '+12315550142', label: 'work' },
          { text: '+12315550143', label: 'fax' },
        ],
        emails: [{ text: 'dana@example.com' }],
        addresses: [{ text: '76 Fourth St' }],
      },
      rest: ['X-BIZCARD-Q:1'],
    });
  });
});

describe('a number, a message, a mail', () => {
  test.each([
    ['tel:+1-231-555-0142', '+1-231-555-0142'],
    ['TEL:2315550142', '2315550142'],
    ['tel:+12315550142;ext=4', '+12315550142 ext. 4'],
    ['tel:%2B12315550142', '+12315550142'],
    ['facetime:+12315550142', '+12315550142'],
  ])('%s', (text, number) => {
    expect(readQrPayload(text)).toEqual({
      kind: 'phone',
      contact: { ...emptyContact, phones: [{ text: number }] },
    });
  });

  test.each([
    ['sms:+12315550142', ''],
    ['sms:+12315550142?body=Hi%2C%20it+is%20Dana', 'Hi, it is Dana'],
    ['sms:+12315550142;?&body=Hi%20Dana', 'Hi Dana'],
    ['sms:+12315550142&body=Hi', 'Hi'],
    ['SMSTO:+12315550142:Hi, it is: Dana; +1', 'Hi, it is: Dana; +1'],
    ['smsto:+12315550142', ''],
    ['MMSTO:+12315550142:Hi', 'Hi'],
  ])('%s', (text, note) => {
    expect(readQrPayload(text)).toEqual({
      kind: 'message',
      contact: { ...emptyContact, phones: [{ text: '+12315550142' }], note },
    });
  });

  test.each([
    ['mailto:dana@example.com', ''],
    ['MAILTO:dana%40example.com?subject=My%20roof&body=Two+two%0D%0A100%25', 'My roof\nTwo+two\r\n100%'],
    ['mailto:?to=dana@example.com', ''],
    ['MATMSG:TO:dana@example.com;SUB:My roof;BODY:It\\; leaks: now;;', 'My roof\nIt; leaks: now'],
    ['SMTP:dana@example.com:My roof:It leaks: now', 'My roof\nIt leaks: now'],
  ])('%s', (text, note) => {
    expect(readQrPayload(text)).toEqual({
      kind: 'email',
      contact: { ...emptyContact, emails: [{ text: 'dana@example.com' }], note },
    });
  });
});

describe('a link', () => {
  test('to a profile', () => {
    expect(readQrPayload('https://www.instagram.com/dana.bakes?igsh=x')).toEqual({
      kind: 'profile',
      network: 'Instagram',
      url: 'https://www.instagram.com/dana.bakes',
      contact: { ...emptyContact, handles: ['https://www.instagram.com/dana.bakes'] },
    });
  });

  test('to a WhatsApp number is also a number', () => {
    expect(readQrPayload('https://wa.me/12315550142?text=Hi')).toMatchObject({
      kind: 'profile',
      network: 'WhatsApp',
      contact: { handles: ['https://wa.me/12315550142'], phones: [{ text: '+12315550142' }] },
    });
  });

  test.each([
    ['https://linqapp.com/dana?r=qr', 'Linq'],
    ['https://popl.co/card/abc/1', 'Popl'],
    ['https://hihello.me/p/abc-def', 'HiHello'],
    ['https://blinq.me/abc?bs=qr', 'Blinq'],
    ['https://dot.cards/dana', 'dot.cards'],
    ['https://haystack.cards/abc', 'Haystack'],
    ['https://www.v1ce.co.uk/dana', 'V1CE'],
    ['https://mobilo.cards/abc', 'Mobilo'],
    ['https://app.wavecnct.com/abc', 'Wave'],
    ['https://app.tapt.io/abc', 'Tapt'],
    ['https://linktr.ee/dana', 'Linktree'],
    ['linktr.ee/dana', 'Linktree'],
  ])('%s is a card kept at %s', (url, service) => {
    const whole = url.replace(/^linktr/, 'https://linktr');
    expect(readQrPayload(url)).toEqual({
      kind: 'card-service',
      service,
      url: whole,
      contact: { ...emptyContact, handles: [whole] },
    });
  });

  test.each([
    ['https://ruizbakery.com/about?x=1#y', 'https://ruizbakery.com/about?x=1#y'],
    ['HTTP://RUIZBAKERY.COM', 'HTTP://RUIZBAKERY.COM'],
    ['www.ruizbakery.com', 'https://www.ruizbakery.com'],
    ['URL:https://ruizbakery.com', 'https://ruizbakery.com'],
    ['MEBKM:TITLE:Ruiz;URL:https\\://ruizbakery.com;;', 'https://ruizbakery.com'],
    ['https://www.instagram.com/p/Cexample/', 'https://www.instagram.com/p/Cexample/'],
    ['https://justmet.example/join-phone#abc', 'https://justmet.example/join-phone#abc'],
    ['http://192.168.1.5:8787/join-phone#abc', 'http://192.168.1.5:8787/join-phone#abc'],
    ['https://notlinktr.ee/dana', 'https://notlinktr.ee/dana'],
    ['https://linktr.ee@evil.example/dana', 'https://linktr.ee@evil.example/dana'],
  ])('%s is kept as a link', (text, url) => {
    expect(readQrPayload(text)).toEqual({ kind: 'link', url, contact: { ...emptyContact, handles: [url] } });
  });
});

describe('what is no person', () => {
  test.each([
    ['WIFI:T:WPA;S:Cafe;P:secret;;', 'a Wi-Fi network'],
    ['geo:41.9,-87.6', 'a place'],
    ['otpauth://totp/x?secret=ABC', 'sign-in codes'],
    ['BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT', 'a date in the calendar'],
    ['bitcoin:bc1qexample', 'a payment'],
  ])('%s is told in words', (text, words) => {
    expect(readQrPayload(text)).toEqual({
      kind: 'not-a-person',
      words: `This code is for ${words}, not for a person.`,
    });
  });

  test.each([
    'Dana Ruiz 231 555 0142 dana@example.com',
    'Dana Ruiz',
    'dana@example.com',
    'tel:',
    'mailto:?subject=x',
    'javascript:alert(1)',
    'BEGIN:VCARD\nEND:VCARD',
    '',
  ])('%j is text', (text) => {
    expect(readQrPayload(` ${text} `)).toEqual({ kind: 'text', text });
  });
});

test('never throws, and never takes long, whatever a code says', () => {
  const piece = fc.constantFrom(
    'MECARD:',
    'BIZCARD:',
    'N:',
    ';',
    '\\',
    ',',
    'sms:',
    '?',
    '&body=',
    '%',
    '%ff',
    'mailto:',
    'https://',
    'a.b',
    ':',
    'BEGIN:VCARD\n',
    'TEL;',
    'MATMSG:TO:',
    'MEBKM:URL:',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
      ),
      (text) => {
        expect(readQrPayload(text).kind).toBeTypeOf('string');
      },
    ),
    { numRuns: 2_000 },
  );
});
