import { expect, it } from 'vitest';
import { isLeaving, takeLeaving } from '../../../src/domain/leaving.ts';
import { tableNames } from '../../../src/domain/table-words.ts';
import { tableDefinitions } from '../../../src/domain/tables.ts';

it('lets a field leave only when its definition says so', () => {
  const values = {
    name: 'Dana',
    'phone/k3j9x0a1': { typed: '1' },
    notedAt: 'x',
    pets: 'two cats',
    deleted: {},
  };
  expect(takeLeaving({ table: 'person', values }, 'public')).toEqual({
    name: 'Dana',
    'phone/k3j9x0a1': { typed: '1' },
  });
  expect(takeLeaving({ table: 'person', values }, 'private')).toEqual({
    name: 'Dana',
    'phone/k3j9x0a1': { typed: '1' },
    notedAt: 'x',
    pets: 'two cats',
  });
});

it('lets nothing of notes, pictures and recordings leave, not even that they are there', () => {
  expect(isLeaving('note', 'public')).toBe(false);
  expect(isLeaving('file', 'public')).toBe(false);
  expect(takeLeaving({ table: 'note', values: { text: 'x', person: 'y' } }, 'public')).toEqual({});
  expect(isLeaving('note', 'private')).toBe(true);
});

it('names no field that its table does not have', () => {
  for (const table of tableNames) {
    const { fields, entries, leaving } = tableDefinitions[table];
    expect(Object.keys({ ...fields, ...entries })).toEqual(expect.arrayContaining([...leaving]));
  }
});
