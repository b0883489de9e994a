import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextTagColour, rowToOccasion } from '../../../src/domain/occasion.ts';
import { tagColours } from '../../../src/domain/table-words.ts';
import { rowId } from './arbitraries.ts';

describe('nextTagColour', () => {
  test('begins with blue and takes every colour once before any comes again', () => {
    const recentFirst: (typeof tagColours)[number][] = [];
    for (let i = 0; i < 2 * tagColours.length; i++) recentFirst.unshift(nextTagColour(recentFirst));
    expect([...recentFirst].reverse()).toEqual([...tagColours, ...tagColours]);
  });

  test('takes the one that was used longest ago', () => {
    expect(nextTagColour(['teal', 'blue', 'red', 'green', 'orange', 'violet'])).toBe('violet');
    expect(nextTagColour(['teal', 'blue', 'teal', 'red', 'green', 'orange', 'blue'])).toBe('violet');
  });

  test('never takes one of the five last used', () => {
    void fc.assert(
      fc.property(fc.array(fc.constantFrom(...tagColours), { maxLength: 20 }), (recentFirst) => {
        const lastUsed = [...new Set(recentFirst)].slice(0, tagColours.length - 1);
        expect(lastUsed).not.toContain(nextTagColour(recentFirst));
      }),
    );
  });
});

test('an occasion in a colour that is not known here is blue', () => {
  const occasion = (values: Record<string, string>) => rowToOccasion({ id: rowId, values });
  expect(occasion({ name: 'Fair', colour: 'red' })).toEqual({
    id: rowId,
    name: 'Fair',
    colour: 'red',
    until: null,
  });
  expect(occasion({ name: 'Fair', colour: 'pink' }).colour).toBe('blue');
});
