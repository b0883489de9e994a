import fc from 'fast-check';
import ICAL from 'ical.js';
import Vcf from 'vcf';
import { describe, expect, test } from 'vitest';
import { type ContactReading, emptyContact } from '../../../../src/exchange/contact-reading.ts';
import type { ReadVcard } from '../../../../src/exchange/vcard/read-card.ts';
import { readVcards } from '../../../../src/exchange/vcard/read-vcards.ts';
import { cardToVcard, contactToCard } from '../../../../src/exchange/vcard.ts';
import { readVcardFile, vcardFileNames } from '../vcards/read-vcard-file.ts';

const write = ({ contact, photos, rest }: ReadVcard): string =>
  cardToVcard({ ...contactToCard(contact, ''), photos, rest });

const sorted = (card: ReadVcard) => ({ ...card, rest: [...card.rest].sort() });

const readOne = (text: string): ReadVcard => {
  const { cards, faults } = readVcards(text);
  expect(faults).toEqual([]);
  expect(cards).toHaveLength(1);
  return cards[0] ?? { contact: emptyContact, photos: [], rest: [] };
};

const fixtures = vcardFileNames().flatMap((name) =>
  readVcards(readVcardFile(name)).cards.map((card, index) => [`${name} ${index + 1}`, card] as const),
);

describe('a card of another program, written again', () => {
  test.each(fixtures)('%s: says the same, and nothing is lost', (_, card) => {
    const text = write(card);
    expect(text).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\n/);
    const again = readOne(text);
    expect(sorted(again)).toEqual(sorted(card));
    expect(write(again)).toBe(text);
  });

  test.each(fixtures)('%s: has every kept line, folded at 75 octets', (_, card) => {
    const lines = write(card).split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const unfolded = write(card).replaceAll('\r\n ', '').split('\r\n');
    expect(unfolded).toEqual(expect.arrayContaining([...card.rest]));
    for (const name of ['FN', 'N', 'UID']) {
      expect(unfolded.filter((line) => new RegExp(`^${name}[;:]`).test(line)).length).toBeLessThanOrEqual(1);
    }
  });
});

/**
 * What a line of vCard 3.0 says, whoever wrote it: without its group's number, its parameters in any order, VOICE and
 * INTERNET (the default) left out, escapes that need not be taken away, and empty parts at the end.
 */
function meaningOf(line: string): string {
  const [, name = '', parameters = '', value = ''] =
    /^(?:[\w-]+\.)?([\w-]+)((?:;[^:]*)?):(.*)$/.exec(line) ?? [];
  const sorted = parameters
    .split(';')
    .map((one) => one.replace(/^type=/i, 'TYPE=').replace(/^(TYPE=.*)$/, (type) => type.toUpperCase()))
    .filter((one) => !['', 'TYPE=VOICE', 'TYPE=INTERNET'].includes(one))
    .sort();
  return [name.toUpperCase(), ...sorted, value.replaceAll('\\:', ':').replace(/;+$/, '')].join('|');
}

test.each(['ios', 'google', 'macos-folded-within-characters'])('%s: every line is said again', (name) => {
  const text = readVcardFile(name);
  const linesOf = (whole: string) => whole.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const written = readVcards(text).cards.map(write).join('');
  const said = new Set(linesOf(written).map(meaningOf));
  const expected = linesOf(text).filter((line) => !/X-ABLabel:$/.test(line));
  expect(expected.length).toBeGreaterThan(15);
  expect(expected.map(meaningOf).filter((line) => !said.has(line))).toEqual([]);
});

/** Values by property, without escapes; structured ones as lists. */
type Said = Record<string, unknown[]>;

/** ical.js leaves the backslash of an escaped semicolon in values without structure. */
function readByIcal(text: string): Said {
  const said: Said = {};
  for (const property of new ICAL.Component(ICAL.parse(text)).getAllProperties()) {
    const values = property
      .getValues()
      .map((value) => (typeof value === 'string' ? value.replaceAll('\\;', ';') : value));
    said[property.name] = [...(said[property.name] ?? []), ...values];
  }
  return said;
}

/** vcf gives values as they stand, escapes in them. */
function readByVcf(text: string): Record<string, string[]> {
  const said: Record<string, string[]> = {};
  const { data } = new Vcf().parse(text);
  for (const [name, found] of Object.entries(data)) {
    said[name] = [found].flat().map((property) => withoutEscapes(String(property.valueOf() ?? '')));
  }
  return said;
}

function withoutEscapes(value: string): string {
  return value.replace(/\\([\s\S])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}

describe('two parsers that are not ours', () => {
  /** A colon within quotation marks, which vcf takes for the end of the parameters. */
  const isForVcf = (card: ReadVcard) => !card.rest.some((line) => /;[^:]*"[^"]*:/.test(line));

  test.each(fixtures)('%s: ical.js reads the contact in what is written', (_, card) => {
    const { contact } = card;
    const said = readByIcal(write(card));
    expect(said['version']).toEqual(['3.0']);
    expect(said['fn']).toEqual([contact.name || contact.phones[0]?.text]);
    expect(said['tel'] ?? []).toEqual(contact.phones.map(({ text }) => text));
    expect(said['email'] ?? []).toEqual(contact.emails.map(({ text }) => text));
    expect(said['title'] ?? []).toEqual(contact.title === '' ? [] : [contact.title]);
    expect([said['org']].flat(2)[0] ?? '').toBe(contact.company);
    expect((said['note'] ?? []).join('\n\n')).toBe(contact.note);
    expect((said['url'] ?? []).map((url) => String(url).replaceAll('\\:', ':'))).toEqual(
      contact.handles.filter((handle) => /^http(?!.*(?:instagram|facebook))|^wap/.test(handle)),
    );
    expect(said['adr'] ?? []).toHaveLength(contact.addresses.length);
  });

  test.each(fixtures.filter(([, card]) => isForVcf(card)))('%s: so does vcf', (_, card) => {
    const { contact } = card;
    const said = readByVcf(write(card));
    expect(said['fn']).toEqual([contact.name || contact.phones[0]?.text]);
    expect(said['tel'] ?? []).toEqual(contact.phones.map(({ text }) => text));
    expect(said['email'] ?? []).toEqual(contact.emails.map(({ text }) => text));
    expect(said['title'] ?? []).toEqual(contact.title === '' ? [] : [contact.title]);
    expect((said['note'] ?? []).join('\n\n')).toBe(contact.note);
    expect(said['photo']?.filter((value) => !value.startsWith('http')) ?? []).toEqual(
      card.photos.map(({ base64 }) => base64),
    );
  });

  test('at least ten of the cards are for vcf', () => {
    expect(fixtures.filter(([, card]) => isForVcf(card)).length).toBeGreaterThan(10);
  });
});

describe('whatever is known of somebody', () => {
  const isVisible = (text: string) => !/\p{Cc}/u.test(text) && text.isWellFormed?.() !== false;
  const signs = fc.constantFrom(
    ';',
    ',',
    '\\',
    ':',
    '"',
    '=',
    '🌮',
    'é',
    '李',
    '👩‍👩‍👧',
    ' ',
    'n',
    '\\n',
    '\u2028',
    'a',
  );
  const anyLine = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.array(signs, { maxLength: 40 }).map((all) => all.join('')),
    )
    .filter(isVisible)
    .map((text) => text.trim());
  const someLine = anyLine.filter((text) => text !== '');
  const label = fc.oneof(
    fc.constantFrom('work', 'home', 'mobile', 'fax', 'work fax', 'main', 'other'),
    someLine.filter((text) => !/^_\$!<.*>!\$_$/.test(text) && text === text.toLowerCase()),
  );
  const entry = fc.record({ text: someLine, label }, { requiredKeys: ['text'] });
  const entries = fc.array(entry, { maxLength: 3 });
  const handle = fc.oneof(
    fc.webUrl(),
    someLine.filter((text) => /\s/.test(text) && !/[:/@]/.test(text)),
  );
  const contact: fc.Arbitrary<ContactReading> = fc.record({
    name: someLine.map((text) => text.replace(/\s+/g, ' ')),
    title: anyLine,
    company: anyLine,
    phones: entries,
    emails: fc.array(fc.record({ text: fc.emailAddress(), label }, { requiredKeys: ['text'] }), {
      maxLength: 3,
    }),
    handles: fc.array(handle, { maxLength: 3 }),
    addresses: entries,
    note: fc.array(anyLine, { maxLength: 4 }).map((lines) => lines.join('\n').trim()),
  });
  const isNamed = ({ name, phones, emails }: ContactReading) =>
    ![...phones, ...emails].some(({ text }) => text === name);

  test('comes back as it was', () => {
    fc.assert(
      fc.property(contact.filter(isNamed), (one) => {
        const text = cardToVcard(contactToCard(one, ''));
        expect(readOne(text)).toEqual({ contact: one, photos: [], rest: [] });
      }),
      { numRuns: 1_000 },
    );
  });

  test('is said by ical.js as it was', () => {
    fc.assert(
      fc.property(contact.filter(isNamed), (one) => {
        const said = readByIcal(cardToVcard(contactToCard(one, '')));
        if (/\\/.test([one.name, one.note, ...one.phones.map(({ text }) => text)].join())) return;
        const texts = (list: readonly { text: string }[]) =>
          list.map(({ text }) => text.replaceAll('\\;', ';'));
        expect(said['fn']).toEqual(texts([{ text: one.name }]));
        expect(said['tel'] ?? []).toEqual(texts(one.phones));
        expect(said['note'] ?? []).toEqual(one.note === '' ? [] : texts([{ text: one.note }]));
      }),
      { numRuns: 300 },
    );
  });

  test('also beside lines that nobody knows', () => {
    const property = fc
      .tuple(
        fc.constantFrom('X-A', 'item1.X-B', 'BDAY', 'item2.TEL', 'CATEGORIES', 'N', 'ORG', 'item2.X-ABLabel'),
        anyLine,
      )
      .map(([name, value]) => `${name}:${value}`);
    fc.assert(
      fc.property(contact.filter(isNamed), fc.array(property, { maxLength: 6 }), (one, lines) => {
        const first = readVcards(
          ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Somebody else', ...lines, 'END:VCARD'].join('\n'),
        );
        const rest = first.cards[0]?.rest ?? [];
        const read = readOne(cardToVcard({ ...contactToCard(one, ''), rest }));
        expect(read.contact).toEqual(one);
        const isOther = (line: string) => /^(?:item1\.)?(?:X-[AB]|BDAY|CATEGORIES)[;:]/.test(line);
        expect(read.rest.filter(isOther).sort()).toEqual(rest.filter(isOther).sort());
      }),
      { numRuns: 500 },
    );
  });

  test('and of a card that says anything, nothing is lost on the way in and out again', () => {
    const names = fc.constantFrom(
      'FN',
      'N',
      'TEL',
      'item1.TEL',
      'item1.X-ABLabel',
      'EMAIL',
      'ORG',
      'TITLE',
      'NOTE',
      'ADR',
      'item2.ADR',
      'URL',
      'IMPP',
      'X-SOCIALPROFILE',
      'NICKNAME',
      'ROLE',
      'X-Y',
      'UID',
      'PHOTO',
    );
    const parameters = fc.constantFrom(
      '',
      ';TYPE=work',
      ';TYPE=CELL,pref',
      ';VALUE=uri',
      ';X-USER=dana',
      ';TYPE=x-a b',
      ';LANGUAGE=de',
      ';ENCODING=b',
    );
    const value = fc.oneof(
      anyLine,
      fc.constantFrom(
        '1',
        'Dana Ruiz',
        'Ruiz;Dana;;;',
        'skype:dana',
        'https://x.com/dana',
        ';;1 Elm St;;;;',
        ';;1 Elm St;Town;;;',
        'dGVzdA==',
        'x-apple:a%20b',
      ),
    );
    const line = fc.tuple(names, parameters, value).map((parts) => `${parts[0]}${parts[1]}:${parts[2]}`);
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 10 }),
        fc.constantFrom('2.1', '3.0', '4.0'),
        (lines, version) => {
          const { cards } = readVcards(
            ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD'].join('\r\n'),
          );
          const [card] = cards;
          const isKnown = (one: ContactReading) =>
            one.name !== '' || one.phones.length > 0 || one.emails.length > 0;
          if (card === undefined || !isKnown(card.contact)) return;
          const again = readOne(write(card));
          expect(sorted(again)).toEqual(sorted(card));
        },
      ),
      {
        numRuns: 2_000,
        // An empty number beside another in one group, written with the sign for a line break.
        examples: [[['item1.TEL:\\n', 'item1.TEL:!', 'FN:1'], '2.1']],
      },
    );
  });
});
