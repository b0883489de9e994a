import { describe, expect, test } from 'vitest';
import { applySpellings, listSpellings } from '../../../../src/exchange/details/apply-spellings.ts';
import { readDetails } from '../../../../src/exchange/details/read-details.ts';

const putRight = (kind: string, suggested: string, text: string) => ({ kind, suggested, text });
const kept = (kind: string, text: string) => ({ kind, text });

/** What another note would be offered. */
function offered(note: string, details: Parameters<typeof listSpellings>[0]): string[] {
  const heard = readDetails(note, { writtenAt: '2026-11-26T18:05', region: 'US' });
  return applySpellings(heard, listSpellings(details)).map(({ text }) => text);
}

describe('the spelling of a name that was put right holds for everybody', () => {
  test.each([
    [
      'a restaurant',
      'Her favorite restaurant is Trattorria Stella.',
      putRight('restaurant', 'Trattorria Stella', 'Trattoria Stella'),
      'Trattoria Stella',
    ],
    [
      'an accent',
      'Her favorite restaurant is Cafe Luna.',
      putRight('restaurant', 'Cafe Luna', 'Café Luna'),
      'Café Luna',
    ],
    [
      'an employer',
      'Works at Munsen Hospital.',
      putRight('work', 'Works at Munsen Hospital', 'Works at Munson Hospital'),
      'Works at Munson Hospital',
    ],
    [
      'a town',
      'Just moved here from Cheboigan.',
      putRight('town', 'New in town, from Cheboigan', 'New in town, from Cheboygan'),
      'New in town, from Cheboygan',
    ],
  ])('%s', (_what, note, detail, right) => {
    expect(offered(note, [])).toEqual([detail.suggested]);
    expect(offered(note, [detail])).toEqual([right]);
  });

  test('what was heard stays with it', () => {
    const heard = readDetails('Her favorite restaurant is Trattorria Stella.', {
      writtenAt: '2026-11-26T18:05',
      region: 'US',
    });
    const spellings = listSpellings([putRight('restaurant', 'Trattorria Stella', 'Trattoria Stella')]);
    expect(applySpellings(heard, spellings)).toMatchObject([
      { text: 'Trattoria Stella', heard: 'Trattorria Stella' },
    ]);
  });
});

describe('what is so of one person holds for nobody else', () => {
  test.each([
    ['kids', 'Two kids', 'Three kids'],
    ['kids', 'Two kids: Ana and Louis', 'Two kids: Ana and Luis'],
    ['partner', 'Married to Mike', 'Married to Mick'],
    ['pets', 'Beagle called Otis', 'Beagle called Otto'],
    ['work', 'Works at Walmart', 'Works at Target'],
    ['work', 'Works at Kroger North', 'Works at Kroger South'],
    ['work', 'Works at Store 12', 'Works at Store 13'],
    ['work', 'Owns Ruiz Bakery', 'Own Ruiz Bakery'],
    ['work', 'Manager at Garza Roofing', 'Managed at Garza Roofing'],
    ['work', 'Baker at Ruiz', 'Banker at Ruiz'],
    ['town', 'From Lansing', 'From Detroit'],
    ['restaurant', 'Casa Verde', 'Casa Verde on Sundays'],
  ])('%s: "%s" put right to "%s"', (kind, heard, right) => {
    expect([...listSpellings([putRight(kind, heard, right)])]).toEqual([]);
  });

  test.each([
    ['was put right in two ways', putRight('restaurant', 'Trattorria Stella', 'Trattoria Stela')],
    ['is kept as it was heard for somebody else', kept('restaurant', 'Trattorria Stella')],
  ])('nor does a name that %s', (_how, other) => {
    const right = putRight('restaurant', 'Trattorria Stella', 'Trattoria Stella');
    expect(listSpellings([right, other]).size).toBe(0);
    expect(listSpellings([other, right]).size).toBe(0);
  });
});
