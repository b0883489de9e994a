import { expect, test } from 'vitest';
import { numberToGive } from '../../../src/exchange/number-to-give.ts';

const e164 = '+12315550142';

test.each([
  '231 555 0142 ext 12',
  '(231) 555-0142 x12',
  '231.555.0142 Ext. 7',
  '+1 231 555 0142 #12',
  '2315550142,12',
])('%j goes out with its extension', (typed) => {
  expect(numberToGive({ typed, e164 })).toBe(typed);
});

test.each(['231 555 0142', '(231) 555-0142', '+1 231 555 0142'])(
  '%j goes out as every phone dials it',
  (typed) => {
    expect(numberToGive({ typed, e164 })).toBe(e164);
    expect(numberToGive({ typed })).toBe(typed);
  },
);
