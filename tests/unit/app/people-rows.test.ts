import { describe, expect, test } from 'vitest';
import { groupByMeeting, hitsToRows, type ListRow } from '../../../src/app/screens/people/people-rows.ts';
import { met } from './people.ts';

const now = new Date(2026, 10, 22, 20, 0).getTime();
const metAt = (month: number, day: number, hour = 18, year = 2026) =>
  met({ id: `${year}-${month}-${day} ${hour}`, metAt: new Date(year, month - 1, day, hour).toISOString() });
const shapeOf = (rows: readonly ListRow[]) =>
  rows.map((row) => (row.kind === 'heading' ? `# ${row.words}` : row.hit.person.id));

describe('everybody by when you met', () => {
  test('stands under the day, then under the month', () => {
    const people = [
      metAt(11, 22, 19),
      metAt(11, 22, 0),
      metAt(11, 21, 23),
      metAt(11, 19),
      metAt(11, 16, 1),
      metAt(11, 15, 23),
      metAt(11, 1),
      metAt(10, 31),
      metAt(11, 22, 18, 2025),
    ];
    expect(shapeOf(groupByMeeting(people, now))).toEqual([
      '# Met today',
      '2026-11-22 19',
      '2026-11-22 0',
      '# Met yesterday',
      '2026-11-21 23',
      '# Met on Thursday',
      '2026-11-19 18',
      '# Met on Monday',
      '2026-11-16 1',
      '# November 2026',
      '2026-11-15 23',
      '2026-11-1 18',
      '# October 2026',
      '2026-10-31 18',
      '# November 2025',
      '2025-11-22 18',
    ]);
  });

  test('has a key of its own for every row', () => {
    const keys = groupByMeeting([metAt(11, 22), metAt(11, 21), metAt(10, 1), metAt(9, 1)], now).map(
      (r) => r.key,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('a phone whose clock was ahead is listed under its day all the same', () => {
    expect(shapeOf(groupByMeeting([metAt(11, 25)], now))).toEqual(['# Met 25 Nov', '2026-11-25 18']);
  });

  test('nobody yet: no rows', () => {
    expect(groupByMeeting([], now)).toEqual([]);
  });
});

test('what a search found stands under its number', () => {
  const hit = { ...met({ id: 'dana' }), findText: () => undefined };
  expect(shapeOf(hitsToRows([]))).toEqual(['# Nobody found']);
  expect(shapeOf(hitsToRows([hit]))).toEqual(['# 1 person', 'dana']);
  expect(shapeOf(hitsToRows([hit, hit]))).toEqual(['# 2 people', 'dana', 'dana']);
});
