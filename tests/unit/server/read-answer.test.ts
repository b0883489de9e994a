import { describe, expect, test } from 'vitest';
import { maxNoteLength } from '../../../src/domain/limits.ts';
import { isStorableText } from '../../../src/domain/text.ts';
import { readAnswer } from '../../../src/server/transcription/read-answer.ts';

const answered = (status: number, text = '', retryAfter?: string) =>
  readAnswer({ kind: 'answered', status, text, retryAfter });
const words = (text: string) => {
  const outcome = answered(200, JSON.stringify({ text, more: 1 }));
  return outcome.kind === 'heard' ? outcome.text : outcome;
};

describe('what a service answers', () => {
  test.each([
    [400, 'refused'],
    [413, 'refused'],
    [415, 'refused'],
    [422, 'refused'],
    [401, 'denied'],
    [402, 'denied'],
    [403, 'denied'],
    [404, 'misdirected'],
    [302, 'misdirected'],
    [408, 'busy'],
    [429, 'busy'],
    [503, 'busy'],
    [500, 'failed'],
    [418, 'failed'],
    [100, 'failed'],
  ])('%i is %s', (status, kind) => {
    expect(answered(status, '{"text":"words"}')).toMatchObject({ kind, status });
  });

  test.each([
    '',
    'null',
    '[]',
    '"text"',
    '{}',
    '{"text":null}',
    '{"text":7}',
    '{"text":["a"]}',
    '<html>',
    '{"text"',
  ])('%s is no transcription', (body) => {
    expect(answered(200, body)).toEqual({ kind: 'nonsense' });
  });

  test('words are trimmed, and made such as every database keeps', () => {
    expect(words(' Two kids.\r\n And a dog. ')).toBe('Two kids.\n And a dog.');
    expect(words('a\0b\ud83d')).toBe('ab\ufffd');
    expect([words(''), words('  \n'), words(' [BLANK_AUDIO]\n[BLANK_AUDIO]')]).toEqual(['', '', '']);
  });

  test('what is longer than a field ends after a word, and never within a letter', () => {
    const long = String(words(`${'wort '.repeat(60_000)}`));
    expect([long.length <= maxNoteLength, long.endsWith('wort')]).toEqual([true, true]);
    const exact = 'x'.repeat(maxNoteLength);
    expect(words(exact)).toBe(exact);
    expect(words(`${exact} more`)).toBe(exact);
    for (const shift of ['', 'y']) {
      const one = String(words(shift + '\u{1F600}'.repeat(maxNoteLength)));
      expect(one.length).toBeGreaterThan(maxNoteLength - 1_002);
      expect(one.length).toBeLessThanOrEqual(maxNoteLength);
      expect([isStorableText(one), one.includes('\ufffd')]).toEqual([true, false]);
    }
  });
});
