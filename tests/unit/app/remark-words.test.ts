import { describe, expect, test } from 'vitest';
import { emailRemark, phoneRemark, regionInWords } from '../../../src/app/ui/remark-words.ts';

describe('a remark', () => {
  test.each([
    [undefined, undefined],
    ['too-short', 'Looks too short. Saved as you typed it.'],
    ['too-long', 'Looks too long. Saved as you typed it.'],
    ['not-a-number', 'Does not look like a number. Saved as you typed it.'],
    ['not-in-use', 'No such number in United Kingdom. Saved as you typed it.'],
  ] as const)('on a number that is %s', (fault, words) => {
    expect(phoneRemark(fault, 'GB')).toBe(words);
  });

  test('on an email only when it cannot be one', () => {
    expect(emailRemark('')).toBeUndefined();
    expect(emailRemark('  ')).toBeUndefined();
    expect(emailRemark(' dana@example.com ')).toBeUndefined();
    expect(emailRemark('dana@')).toBe('Does not look like an address. Saved as you typed it.');
  });
});

test('a region that the browser does not know keeps its code', () => {
  expect(regionInWords('US')).toBe('United States');
  expect(regionInWords('XQ')).toBe('XQ');
  expect(regionInWords('not a region')).toBe('not a region');
});
