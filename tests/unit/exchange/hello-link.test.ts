import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWhatsappLikely, mailtoLink, smsLink, whatsappLink } from '../../../src/exchange/hello-link.ts';

const words = "Hello & welcome? 100% + #1; it's\nDana 🌮";

test('a message opens with its words on both phones', () => {
  expect(smsLink('+12133734253', 'Hello! Nice to meet you!')).toBe(
    'sms:+12133734253;?&body=Hello%21%20Nice%20to%20meet%20you%21',
  );
  expect(smsLink('+12133734253', '')).toBe('sms:+12133734253');
});

test('a mail has its subject and body encoded, with CRLF', () => {
  expect(mailtoLink({ to: 'dana+sign@example.com', subject: 'Hi & bye', body: 'One\nTwo\r\nThree' })).toBe(
    'mailto:dana%2Bsign@example.com?subject=Hi%20%26%20bye&body=One%0D%0ATwo%0D%0AThree',
  );
  expect(mailtoLink({ to: 'dana@example.com', subject: '', body: '' })).toBe('mailto:dana@example.com');
});

test('an address cannot smuggle in a second one or a header', () => {
  const link = mailtoLink({ to: 'a@example.com?bcc=b@example.com,c@example.com', subject: 's', body: '' });
  expect([...new URL(link).searchParams.keys()]).toEqual(['subject']);
  expect(link).not.toContain(',');
});

test('WhatsApp takes digits alone', () => {
  expect(whatsappLink('+12133734253', 'Hi Dana')).toBe('https://wa.me/12133734253?text=Hi%20Dana');
  expect(whatsappLink('+12133734253', '')).toBe('https://wa.me/12133734253');
});

test('all words come out as they went in', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant(words)), (text) => {
      if (text === '') return;
      expect(new URL(whatsappLink('+12133734253', text)).searchParams.get('text')).toBe(text);
      const body = smsLink('+12133734253', text).split('body=')[1] ?? '';
      expect(decodeURIComponent(body)).toBe(text);
      expect(body).not.toMatch(/[&#?+'"<>\s]/);
    }),
  );
  expect(() => smsLink('+12133734253', '\ud83d')).not.toThrow();
});

test.each([
  ['+12133734253', true],
  ['+5215512345678', false],
  ['+525512345678', true],
  ['+4915112345678', true],
  ['+18005550142', false],
  ['+19005550142', false],
  ['+1213', false],
  ['', false],
])('%s may have WhatsApp: %s', (e164, isLikely) => {
  expect(isWhatsappLikely(e164)).toBe(isLikely);
});
