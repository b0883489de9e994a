import { describe, expect, test } from 'vitest';
import { isVcardText, sharedToText } from '../../../src/exchange/shared-text.ts';

const shared = (title: string, text: string, url: string) => sharedToText({ title, text, url });

describe('what another app shares', () => {
  test('is one text, each part on a line of its own', () => {
    expect(shared('Dana Ruiz', 'Baker on Fourth', 'https://example.com/dana')).toBe(
      'Dana Ruiz\nBaker on Fourth\nhttps://example.com/dana',
    );
  });

  test('says nothing twice: a title within the text, a link that is in the text already', () => {
    expect(shared('Dana', 'Dana https://example.com', 'https://example.com')).toBe(
      'Dana https://example.com',
    );
    expect(shared('Dana', 'Dana', ' Dana ')).toBe('Dana');
  });

  test('may be nothing', () => {
    expect(shared('', ' ', '\n')).toBe('');
  });
});

test('a text that begins as a card is one, with a byte order mark, blanks and in any case', () => {
  expect(isVcardText('BEGIN:VCARD\r\nEND:VCARD')).toBe(true);
  expect(isVcardText('\uFEFF\r\nbegin:vcard\r\n')).toBe(true);
  expect(isVcardText('This is how one begins: BEGIN:VCARD')).toBe(false);
});
