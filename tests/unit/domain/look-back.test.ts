import { describe, expect, test } from 'vitest';
import { countFigures, lookBack, type MetThen } from '../../../src/domain/look-back.ts';
import { groupOccasions } from '../../../src/domain/occasion-group.ts';

const rows = ['Chamber mixer', 'Open house', 'chamber MIXER '].map((name, place) => ({
  id: `o${place}`,
  values: { name, colour: 'green' },
  stamps: {},
}));
const groups = groupOccasions(rows);

function then(id: string, occasionId: string | null, ...touchedOn: readonly string[]): MetThen {
  return {
    id,
    label: id,
    firstName: id,
    occasionId,
    metOn: '2026-11-10',
    isKnown: id !== 'stranger',
    touchedOn,
  };
}

describe('a look back', () => {
  test('puts people where they were met, the most first, those of one name together', () => {
    const people = [then('a', null), then('b', 'o1'), then('c', 'o0'), then('d', 'o2'), then('e', 'gone')];
    const { occasions, met } = lookBack(people, groups);
    expect(met).toBe(5);
    expect(
      occasions.map(({ occasion, people: there }) => [occasion?.name, there.map(({ id }) => id)]),
    ).toEqual([
      ['Chamber mixer', ['c', 'd']],
      ['Open house', ['b']],
      [undefined, ['a', 'e']],
    ]);
  });

  test('counts who is known, who has heard since, and how soon: by the first time after the meeting', () => {
    const people = [
      then('same', 'o0', '2026-11-30', '2026-11-10'),
      then('next', 'o0', '2026-11-11'),
      then('week', 'o0', '2026-11-17'),
      then('later', 'o0', '2026-11-18', '2026-12-25'),
      then('before', 'o0', '2026-11-09'),
      then('stranger', 'o0'),
    ];
    const figures = lookBack(people, groups);
    expect(figures).toMatchObject({ met: 6, known: 5, heard: 4 });
    expect(figures.soon).toEqual({ 'same-day': 1, 'next-day': 1, 'within-week': 1, later: 1 });
    const [mixer] = figures.occasions;
    expect(mixer?.people.map(({ heardAfter }) => heardAfter)).toEqual([0, 1, 7, 8, undefined, undefined]);
    expect(countFigures(mixer?.people ?? [])).toMatchObject({ met: 6, heard: 4 });
  });

  test('of a month with nobody is empty', () => {
    expect(lookBack([], groups)).toMatchObject({ occasions: [], met: 0, known: 0, heard: 0 });
  });
});
