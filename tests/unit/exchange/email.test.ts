import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEmailPossible } from '../../../src/exchange/email.ts';

test.each([
  'dana@example.com',
  ' dana@example.com ',
  'DANA@EXAMPLE.COM',
  'dana+fair@mail.example.co.uk',
  "o'brien@example.ie",
  'd_1-2@example.museum',
])('%s can be an address', (typed) => {
  expect(isEmailPossible(typed)).toBe(true);
});

test.each([
  '',
  ' ',
  'dana',
  'dana@',
  '@example.com',
  'dana@example',
  'dana@exa mple.com',
  'dana.example.com',
  'dana@@example.com',
  'dana@example..com',
  'dana@example.com, bo@example.com',
  'Dana <dana@example.com>',
  'dana@example.c',
])('%j cannot', (typed) => {
  expect(isEmailPossible(typed)).toBe(false);
});

test('answers for any text, and an address always has a dot behind its sign', () => {
  void fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (typed) => {
      if (isEmailPossible(typed)) expect(typed).toMatch(/^\s*\S+@\S+\.\S+\s*$/);
    }),
  );
});
