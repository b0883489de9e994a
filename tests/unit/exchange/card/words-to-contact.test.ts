import { describe, expect, test } from 'vitest';
import { wordsToContact } from '../../../../src/exchange/card/words-to-contact.ts';
import { layOutWords, type PrintedLine } from './lay-out-words.ts';

const read = (lines: readonly PrintedLine[], region = 'US') =>
  wordsToContact(layOutWords(lines), region).reading;

/** Lines below each other at the left. */
const below = (...texts: readonly string[]) =>
  texts.map((text, index): PrintedLine => ({ text, left: 60, top: 300 + index * 36 }));

const heading: readonly PrintedLine[] = [
  { text: 'Dana Whitfield', left: 60, top: 60, size: 46 },
  { text: 'Loan Officer', left: 60, top: 120 },
  { text: 'Lakeshore Realty Group', left: 60, top: 200, size: 30 },
];

test('a whole card', () => {
  const reading = read([
    ...heading,
    { text: 'Cell: (313) 268-4417', left: 600, top: 60 },
    { text: 'dana@lakeshorerealty.com', left: 600, top: 96 },
    { text: 'www.lakeshorerealty.com', left: 600, top: 132 },
    { text: '88 Lakeshore Drive', left: 600, top: 168 },
    { text: 'Grosse Pointe, Ml 48236', left: 600, top: 204 },
  ]);
  expect(reading).toEqual({
    name: 'Dana Whitfield',
    title: 'Loan Officer',
    company: 'Lakeshore Realty Group',
    phones: [{ text: '(313) 268-4417', label: 'mobile' }],
    emails: [{ text: 'dana@lakeshorerealty.com' }],
    handles: ['www.lakeshorerealty.com'],
    addresses: [{ text: '88 Lakeshore Drive, Grosse Pointe, MI 48236' }],
    note: '',
  });
});

test('nothing is read of nothing', () => {
  const { reading, certainty } = wordsToContact([], 'US');
  expect(reading.name + reading.company + reading.note).toBe('');
  expect(certainty.name).toBe(0);
});

describe('phones', () => {
  test.each([
    ['Cell: 313 268 4417', 'mobile'],
    ['C 313 268 4417', 'mobile'],
    ['p. (313) 268-4417', 'work'],
    ['Office: 313.268.4417', 'work'],
    ['D 313-268-4417', 'direct'],
    ['Direct Fax: 313-268-4417', 'fax'],
    ['313-268-4417 (cell)', 'mobile'],
    ['313-268-4417', undefined],
  ])('%s is for %s', (text, label) => {
    expect(read(below(text)).phones.map((phone) => phone.label)).toEqual([label]);
  });

  test('a fax is never the first to call', () => {
    const { phones } = read(below('Fax: 248-480-4196', 'Office: (313) 826-9679'));
    expect(phones.map(({ label }) => label)).toEqual(['work', 'fax']);
  });

  test('a label that was taken for a zero is no digit', () => {
    expect(read(below('0 586 573 9293')).phones).toEqual([{ text: '586 573 9293', label: 'work' }]);
  });

  test.each([
    ['T0131 496 0923', '+44 131 496 0923'],
    ['M+44 7400 849118', '+44 7400 849118'],
  ])('a label that was read as one with its number is none of it: %s', (text, number) => {
    expect(read(below(text, 'www.ashworthpike.co.uk')).phones[0]?.text).toBe(number);
  });

  test('letters within a number are digits', () => {
    expect(read(below('3l3 268 44O7')).phones[0]?.text).toBe('313 268 4407');
  });

  test.each(['Lic. # 313 268 4417', 'NMLS 3132684417', '555 12', '(011) 268-4417', '48226-1234'])(
    '%s is no number to call',
    (text) => {
      expect(read(below(text)).phones).toEqual([]);
    },
  );

  test('digits that the engine doubts are left to the note', () => {
    const reading = read([{ text: '(313) 268-4417', left: 60, top: 300, confidence: 40 }]);
    expect(reading.phones).toEqual([]);
    expect(reading.note).toBe('(313) 268-4417');
  });

  test('a number from abroad is written so that it can be called from here', () => {
    const { phones } = read(below('T 020 7946 0958', 'www.ashworthpike.co.uk'));
    expect(phones).toEqual([{ text: '+44 20 7946 0958', label: 'work' }]);
  });
});

describe('e-mail addresses', () => {
  test.each([
    ['dana@smith.corn', 'dana@smith.com'],
    ['Dana@Smith,com', 'dana@smith.com'],
    ['E: dana@smith.com', 'dana@smith.com'],
    ['dana©smith.com', 'dana@smith.com'],
  ])('%s is %s', (text, email) => {
    expect(read(below(text)).emails).toEqual([{ text: email }]);
  });

  test('its domain is the one of the site that looks the same', () => {
    const { emails } = read(below('dana@-cedarstreet.co', 'www.cedarstreet.co'));
    expect(emails).toEqual([{ text: 'dana@cedarstreet.co' }]);
  });

  test('the name tells a misread letter of the mailbox', () => {
    const { emails } = read([
      { text: 'Helen Lindqvist', left: 60, top: 60, size: 46 },
      { text: 'Sales Manager', left: 60, top: 120 },
      { text: 'helen.lindgvist@northlinetitle.com', left: 60, top: 300, confidence: 33 },
      { text: 'www.northlinetitle.com', left: 60, top: 336 },
    ]);
    expect(emails).toEqual([{ text: 'helen.lindqvist@northlinetitle.com' }]);
  });

  test('the mailbox tells a misread letter of the name', () => {
    const { name } = read([
      { text: 'Monnica Lindqvist', left: 60, top: 60, size: 46, confidence: 60 },
      { text: 'monica.lindqvist@apexhomes.com', left: 60, top: 300 },
    ]);
    expect(name).toBe('Monica Lindqvist');
  });

  test.each([
    ['TopP BRANDT', 38, 'todd@smith.com', 'Todd Brandt'],
    ['NaAaoMI FLETCHER', 45, 'naomi.fletcher@smith.com', 'Naomi Fletcher'],
    // As sure as this, it is another name.
    ['Topp BRANDT', 80, 'todd@smith.com', 'Topp Brandt'],
    ['Tian BRANDT', 60, 'todd@smith.com', ''],
  ])('small capitals that were read badly are told by the mailbox: %s', (text, confidence, mail, name) => {
    const words = layOutWords([
      { text, left: 60, top: 60, size: 46 },
      { text: 'Sales Manager', left: 60, top: 120 },
      { text: mail, left: 60, top: 300 },
    ]);
    const doubted = words.map((word, index) => (index === 0 ? { ...word, confidence } : word));
    expect(wordsToContact(doubted, 'US').reading.name).toBe(name);
  });

  test('a mailbox writes no umlaut, and takes none away', () => {
    const words = layOutWords([
      { text: 'Zoe Müller', left: 60, top: 60, size: 46, confidence: 64 },
      { text: 'zoe.mueller@smith.com', left: 60, top: 300 },
    ]);
    expect(wordsToContact(words, 'US').reading.name).toBe('Zoe Müller');
  });

  test('a site that is printed over an address is not its beginning', () => {
    expect(read(below('www.northgate.condgen_thornton@northgate.co.uk')).emails).toEqual([]);
  });

  test('a mailbox that was torn apart is left to the note', () => {
    const reading = read(below('alicia mahoney@bluebird.com'));
    expect(reading.emails).toEqual([]);
    expect(reading.note).toContain('mahoney@bluebird.com');
  });
});

describe('sites', () => {
  test.each([
    ['www. northlinetitle.com', 'www.northlinetitle.com'],
    ['WWW.Smith.com', 'www.smith.com'],
    ['wwwsmith.com', 'www.smith.com'],
    ['https://smith.com/dana', 'https://smith.com/dana'],
    ['atelier-fontaine. fr', 'atelier-fontaine.fr'],
  ])('%s is %s', (text, site) => {
    expect(read(below(text)).handles).toEqual([site]);
  });

  test('a company with a dot in its name is no site', () => {
    expect(read(below('Smith Inc.Co')).handles).toEqual([]);
  });
});

test('the company tells a letter that was misread in site and mail alike', () => {
  const reading = read([
    { text: 'Northline Title Agency', left: 60, top: 60, size: 46 },
    ...below('dana@northlinetitie.com', 'www.northlinetitie.com'),
  ]);
  expect(reading.emails).toEqual([{ text: 'dana@northlinetitle.com' }]);
  expect(reading.handles).toEqual(['www.northlinetitle.com']);
});

describe('addresses', () => {
  test.each([
    [['7 avenue Foch', '69006 Lyon'], '7 avenue Foch, 69006 Lyon'],
    [['Lindenallee 12', '50668 Berlin'], 'Lindenallee 12, 50668 Berlin'],
    [['14 Bishopsgate', 'London EC2N 4A]'], '14 Bishopsgate, London EC2N 4AJ'],
    [['640 Harbor Bivd', 'Oakland, CA 94607'], '640 Harbor Blvd, Oakland, CA 94607'],
    [['2207 Cedar Street, Lansing, MI 48910'], '2207 Cedar Street, Lansing, MI 48910'],
  ])('%j', (lines, address) => {
    expect(read(below(...lines)).addresses).toEqual([{ text: address }]);
  });

  test('half of one is left to the note', () => {
    const reading = read(below('Detroit, MI 48226'));
    expect(reading.addresses).toEqual([]);
    expect(reading.note).toBe('Detroit, MI 48226');
  });
});

test('a state and a code without their town are no address', () => {
  expect(read(below('1201 Riverside Drive, Floor 4', 'TX 78704')).addresses).toEqual([]);
});

describe('who', () => {
  test('two letters that end companies are none alone', () => {
    expect(read(below('Sa', 'www.greenleafscape.com')).company).toBe('');
  });

  test('small capitals are written as names are', () => {
    const { name } = read([
      { text: 'DEREK KowALSKI', left: 60, top: 60, size: 46 },
      { text: 'dkowalski@motorcityprint.com', left: 60, top: 300 },
    ]);
    expect(name).toBe('Derek Kowalski');
  });

  test('an umlaut that the engine does not know is told by the mailbox', () => {
    const { name } = read([
      { text: 'Petra Muller', left: 60, top: 60, size: 46 },
      { text: 'petra.mueller@hoffmann-bau.de', left: 60, top: 300 },
    ]);
    expect(name).toBe('Petra Müller');
  });

  test('a long title goes on in the next line', () => {
    const { title, company } = read([
      { text: 'Dana Whitfield', left: 60, top: 60, size: 46 },
      { text: 'Senior Vice President of', left: 60, top: 120 },
      { text: 'Residential Lending', left: 60, top: 154 },
      { text: 'Apex Home Inspections', left: 60, top: 210, size: 30 },
      { text: 'dana@apexhomes.com', left: 60, top: 300 },
    ]);
    expect(title).toBe('Senior Vice President of Residential Lending');
    expect(company).toBe('Apex Home Inspections');
  });

  test('a long title may go on with what companies are called, where another line is the company', () => {
    const { title, company } = read([
      { text: 'Todd Grady', left: 60, top: 60, size: 46 },
      { text: 'Regional Manager, Commercial', left: 60, top: 120 },
      { text: 'Property Services', left: 60, top: 154 },
      { text: 'Ironwood Construction Co.', left: 60, top: 210, size: 30 },
      { text: 'todd@ironwoodbuild.com', left: 60, top: 300 },
    ]);
    expect(title).toBe('Regional Manager, Commercial Property Services');
    expect(company).toBe('Ironwood Construction Co.');
  });

  test('a bracket at the edge of a letter is none of the name', () => {
    const { name } = read([
      { text: 'RAJ] GRADY', left: 60, top: 60, size: 46 },
      { text: 'rgrady@keystonecu.org', left: 60, top: 300 },
    ]);
    expect(name).toBe('Raj Grady');
  });

  test('a site that was read in pieces is no company', () => {
    const { company, handles, emails } = read([
      { text: 'Riverbend Photography', left: 60, top: 60, size: 46 },
      { text: 'dana@river pendphoto.com', left: 60, top: 300 },
      { text: 'www.river pendphoto.com', left: 60, top: 336 },
    ]);
    expect({ company, handles, emails }).toEqual({
      company: 'Riverbend Photography',
      handles: [],
      emails: [],
    });
  });

  test('a company that the engine has guessed is left to the note', () => {
    const reading = read([
      { text: 'Maple Grove Neteinary', left: 60, top: 60, size: 46, confidence: 10 },
      { text: 'raj@maplegrovevet.com', left: 60, top: 300 },
    ]);
    expect(reading.company).toBe('');
    expect(reading.note).toBe('Maple Grove Neteinary');
  });

  test('a title and a company of one size are two things', () => {
    const { title, company } = read([
      { text: 'Derek Sato', left: 60, top: 60, size: 46 },
      { text: 'Master Electrician', left: 60, top: 120 },
      { text: 'Greenleaf Landscaping Inc.', left: 60, top: 156 },
      { text: 'derek_sato@greenleafscape.com', left: 60, top: 300 },
    ]);
    expect([title, company]).toEqual(['Master Electrician', 'Greenleaf Landscaping Inc.']);
  });

  test('a company without a person has no name', () => {
    const reading = read([
      { text: 'Harbor Point Insurance', left: 60, top: 60, size: 60 },
      { text: 'We answer the phone', left: 60, top: 140 },
      { text: 'www.harborpoint.net', left: 60, top: 300 },
    ]);
    expect(reading).toMatchObject({
      name: '',
      company: 'Harbor Point Insurance',
      note: 'We answer the phone',
    });
  });

  test('of two that could be the name, neither is', () => {
    const reading = read([
      { text: 'Dana Whitfield', left: 60, top: 60, size: 46 },
      { text: 'Marcus Okafor', left: 60, top: 140, size: 46 },
      { text: '313 268 4417', left: 60, top: 300 },
    ]);
    expect(reading.name).toBe('');
    expect(reading.note).toBe('Dana Whitfield\nMarcus Okafor');
  });

  test('the company is the line that the domain is made of', () => {
    const { company } = read([
      { text: 'Dana Ashworth', left: 60, top: 60, size: 46 },
      { text: 'Thames Valley Lettings', left: 60, top: 200 },
      { text: 'dana@tvlettings.co.uk', left: 60, top: 300 },
    ]);
    expect(company).toBe('Thames Valley Lettings');
  });

  test('a round logo is no letter of the company', () => {
    const { company } = read([
      { text: 'O Cedar Street Bakery', left: 60, top: 60, size: 46 },
      { text: 'www.cedarstreet.co', left: 60, top: 300 },
    ]);
    expect(company).toBe('Cedar Street Bakery');
  });
});
