import { describe, expect, test } from 'vitest';
import { numberToText, profileToCode, profileToVcard } from '../../../src/app/screens/card/contact-code.ts';
import { type Profile, rowToProfile } from '../../../src/domain/profile.ts';
import { textFirstCode } from '../../../src/exchange/text-first-code.ts';

const id = '01890000-0000-7000-8000-000000000001';

function profile(
  values: Readonly<Record<string, string | { typed: string; e164?: string; url?: string }>>,
): Profile {
  return rowToProfile({ id, values });
}

const kim = profile({
  name: 'Kim Peacock',
  company: 'Peacock, Realty',
  'phone/00000001': { typed: '(231) 555-0100', e164: '+12315550100' },
  'email/00000001': { typed: 'kim@example.com' },
  'handle/00000001': { typed: 'ig kim', url: 'https://www.instagram.com/kim' },
});

const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('the code of a card', () => {
  test('holds what any phone takes over, the number so that it can be dialled from anywhere', () => {
    const { text, isWhole } = profileToCode(kim);
    expect(isWhole).toBe(true);
    expect(text.split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Peacock;Kim',
      'FN:Kim Peacock',
      'ORG:Peacock\\, Realty',
      'TEL:+12315550100',
      'EMAIL:kim@example.com',
      'URL:https://www.instagram.com/kim',
      'END:VCARD',
      '',
    ]);
  });

  test('leaves out what comes last where a code has no room, and says so; the file has all', () => {
    const links = Array.from({ length: 20 }, (_, place) => `https://example.com/${place}/${'x'.repeat(40)}`);
    const handles = links.map((url, place) => [`handle/000000${10 + place}`, { typed: url, url }] as const);
    const full = rowToProfile({ id, values: { name: 'Kim', ...Object.fromEntries(handles) } });
    const { text, isWhole } = profileToCode(full);
    expect(isWhole).toBe(false);
    expect(bytes(text)).toBeLessThanOrEqual(500);
    expect(text).toContain('/0/');
    expect(profileToVcard(full).replaceAll('\r\n ', '')).toContain(links.at(-1));
  });

  test.each([
    ['an address', 'address', { typed: '4 Oak St' }],
    ['a handle that is no link', 'handle', { typed: '@kim' }],
  ])('says so too of %s, which is in the file alone', (_, field, entry) => {
    const card = profile({ name: 'Kim', [`${field}/00000001`]: entry });
    expect(profileToCode(card).isWhole).toBe(false);
    expect(profileToCode(card).text).not.toContain(entry.typed);
    expect(profileToVcard(card)).toContain(entry.typed.replace('@', ''));
  });

  test('a name longer than any code is cut', () => {
    const { text, isWhole } = profileToCode(profile({ name: '😀'.repeat(900) }));
    expect(isWhole).toBe(false);
    expect(bytes(text)).toBeLessThan(1_500);
    expect(text).not.toContain('\uFFFD');
  });
});

describe('the code that begins a text', () => {
  test.each([
    ['the read number', { typed: '231 555 0100', e164: '+12315550100' }, '+12315550100'],
    ['digits where it was not read', { typed: '(231) 555-0100' }, '2315550100'],
    ['a plus as it stands', { typed: '+44 20 7946 0100' }, '+442079460100'],
    ['nothing for words', { typed: '1-800-FLOWERS' }, undefined],
    ['nothing for two numbers', { typed: '231 555 0100 / 231 555 0101' }, undefined],
  ])('goes to %s', (_, phone, number) => {
    expect(numberToText(profile({ 'phone/00000001': phone }))).toBe(number);
  });

  test('goes to the first number that can be written to', () => {
    const two = profile({ 'phone/00000001': { typed: 'ask' }, 'phone/00000002': { typed: '555 0100' } });
    expect(numberToText(two)).toBe('5550100');
    expect(numberToText(profile({}))).toBeUndefined();
  });

  test('has the words behind the second colon, as they are', () => {
    expect(textFirstCode('+12315550100', "Hi, it's ")).toBe("SMSTO:+12315550100:Hi, it's ");
  });
});
