import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFieldProblems } from '../../../src/domain/tables.ts';
import { formatPhoneAsTyped, phoneRegions, readPhone } from '../../../src/exchange/phone.ts';

describe('readPhone', () => {
  test.each([
    ['212 736 5000', 'US', '+12127365000'],
    ['(212) 736-5000', 'US', '+12127365000'],
    ['2127365000', 'US', '+12127365000'],
    ['1-212-736-5000', 'US', '+12127365000'],
    ['212.736.5000', 'US', '+12127365000'],
    ['+1 212 736 5000', 'US', '+12127365000'],
    ['011 44 20 7946 0958', 'US', '+442079460958'],
    ['212 736 5000 ext. 5', 'US', '+12127365000'],
    ['２１２７３６５０００', 'US', '+12127365000'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['030 901820', 'DE', '+4930901820'],
    ['044 668 18 00', 'CH', '+41446681800'],
    ['06 1234 5678', 'IT', '+390612345678'],
    ['+44 20 7946 0958', 'US', '+442079460958'],
    ['+49 (0)30 901820', 'US', '+4930901820'],
    ['\u202a+1 (212) 736\u20115000\u202c', 'DE', '+12127365000'],
    ['tel:+1-212-736-5000', 'DE', '+12127365000'],
    ['Cell: 212 736 5000', 'US', '+12127365000'],
    ['Tel.: 030 901820', 'DE', '+4930901820'],
    ['212 736 5000 (work)', 'US', '+12127365000'],
  ])('understands %s in %s', (typed, region, e164) => {
    expect(readPhone(typed, region)).toEqual({ e164 });
  });

  test.each([
    ['12', 'US', 'too-short'],
    ['736-5000', 'US', 'too-short'],
    ['911', 'US', 'too-short'],
    ['212 736 5000 1234', 'US', 'too-long'],
    ['+49 301 234567 890123 4', 'US', 'too-long'],
    ['1-800-FLOWERS', 'US', 'not-a-number'],
    ['call me', 'US', 'not-a-number'],
    ['call me at 212 736 5000', 'US', 'not-a-number'],
    ['212 736 5000 or 5001', 'US', 'not-a-number'],
    ['', 'US', 'not-a-number'],
    ['+999 123 4567', 'US', 'not-a-number'],
  ])('says what is wrong with %s', (typed, region, fault) => {
    expect(readPhone(typed, region)).toEqual({ fault });
  });

  test('says of a number that is long enough that it is not in use, and makes nobody else’s of it', () => {
    expect(readPhone('111 111 1111', 'US')).toEqual({ fault: 'not-in-use' });
    expect(readPhone('030 234 5678', 'US')).toEqual({ fault: 'not-in-use' });
  });

  test.each(['XX', '', 'us', 'constructor', '__proto__'])(
    'in the unknown region %j takes the international form alone',
    (region) => {
      expect(readPhone('+1 212 736 5000', region)).toEqual({ e164: '+12127365000' });
      expect(readPhone('212 736 5000', region)).toEqual({ fault: 'not-a-number' });
    },
  );

  test('gives no more than the fifteen digits that E.164 has, though some plans know longer numbers', () => {
    expect(readPhone('+49 3012345678901', 'DE').e164).toBe('+493012345678901');
    expect(readPhone('+49 30123456789012', 'DE')).toEqual({ fault: 'too-long' });
    expect(readPhone('+49 301234567890123', 'DE')).toEqual({ fault: 'too-long' });
  });

  test('whatever is typed, in whatever region, what comes out can be stored', () => {
    const regions = fc.oneof(fc.constantFrom(...phoneRegions()), fc.string());
    const digits = fc.array(fc.constantFrom(...'0123456789 -()+'), { maxLength: 24 });
    const typing = fc.oneof(
      fc.string({ unit: 'binary' }),
      digits.map((parts) => parts.join('')),
      digits.map((parts) => `+${parts.join('')}`),
    );
    void fc.assert(
      fc.property(typing, regions, (typed, region) => {
        const { e164, fault } = readPhone(typed, region);
        expect(e164 !== undefined || fault !== undefined).toBe(true);
        if (e164 === undefined) return;
        expect(findFieldProblems('person', { 'phone/aaaaaaaa': { typed: '', e164 } })).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('the regions are those that readPhone knows', () => {
  expect(phoneRegions()).toContain('US');
  expect(phoneRegions().every((region) => /^[A-Z]{2}$/.test(region))).toBe(true);
});

test.each([
  ['US', '2', '2'],
  ['US', '231', '231'],
  ['US', '2315', '(231) 5'],
  ['US', '(231) 55', '(231) 55'],
  ['US', '(231) 555-0142', '(231) 555-0142'],
  ['US', '2315550142', '(231) 555-0142'],
  ['GB', '02079460958', '020 7946 0958'],
  ['US', '+442079460958', '+44 20 7946 0958'],
  ['US', '231-555', '231-555'],
  ['US', '231 555 0142', '231 555 0142'],
  ['US', '231555014 x', '231555014 x'],
  ['US', '(231) ', '(231) '],
  ['XX', '2315550142', '2315550142'],
])('in %s %j is shown as %j while it is typed', (region, typed, shown) => {
  expect(formatPhoneAsTyped(typed, region)).toBe(shown);
});
