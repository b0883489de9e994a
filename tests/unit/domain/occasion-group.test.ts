import { describe, expect, test } from 'vitest';
import { groupOccasions } from '../../../src/domain/occasion-group.ts';

const early = '00lx3f0000-0000-aaaaaaaaaa';
const late = '00lx3f0001-0000-bbbbbbbbbb';

function row(id: string, name: string, again?: string | null, stamp = early) {
  const values = { name, colour: 'violet', ...(again !== undefined && { again }) };
  return { id, values, stamps: again === undefined ? {} : { again: stamp } };
}

describe('occasions that devices made under one name', () => {
  test('are one, called as the oldest is, however it is written', () => {
    const groups = groupOccasions([row('b', 'CAFE fair '), row('c', 'Museum'), row('a', 'Café Fair')]);
    expect(groups.map(({ id, ids, name }) => ({ id, ids, name }))).toEqual([
      { id: 'a', ids: ['a', 'b'], name: 'Café Fair' },
      { id: 'c', ids: ['c'], name: 'Museum' },
    ]);
  });

  test('are not one where they have no name', () => {
    expect(groupOccasions([row('a', ''), row('b', ' ')])).toHaveLength(2);
  });

  test('are on again on the day that was said last, in any order', () => {
    const rows = [row('a', 'Fair', '2026-12-01', late), row('b', 'fair', '2026-11-28', early)];
    for (const order of [rows, [...rows].reverse()]) {
      expect(groupOccasions(order)).toMatchObject([{ id: 'a', again: '2026-12-01' }]);
    }
  });

  test('are not on again where that was taken back later, or is no day', () => {
    expect(
      groupOccasions([row('a', 'Fair', '2026-12-01'), row('b', 'Fair', null, late)])[0]?.again,
    ).toBeNull();
    expect(groupOccasions([row('a', 'Fair', 'soon')])[0]?.again).toBeNull();
    expect(groupOccasions([row('a', 'Fair')])[0]?.again).toBeNull();
  });
});
