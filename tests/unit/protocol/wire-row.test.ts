import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Row } from '../../../src/domain/row.ts';
import { rowToWire, wireRowSchema, wireToRow } from '../../../src/protocol/wire-row.ts';
import { arbitraryRow, rowId, rowText } from '../domain/arbitraries.ts';

const one = '00000000a000aaaaaaaaaa';
const other = '00000000b000bbbbbbbbbb';

/** No table has fields that are called like what an object inherits, and the edge drops every `__proto__`. */
const isOrdinary = (row: Row) =>
  Object.keys(row.values).every((key) => key !== '' && !(key in {})) &&
  !JSON.stringify(row.values).includes('__proto__');
const anyRow = arbitraryRow().filter((row) => isOrdinary(row) && Object.keys(row.values).length > 0);

describe('a row on its way', () => {
  test('arrives as it left, through JSON and the schema', () => {
    void fc.assert(
      fc.property(anyRow, (row) => {
        const sent: unknown = JSON.parse(JSON.stringify(rowToWire(row)));
        expect(rowText(wireToRow(z.parse(wireRowSchema, sent)))).toBe(rowText(row));
      }),
      { numRuns: 500 },
    );
  });

  test('lists only the stamps that most fields do not share', () => {
    const row: Row = {
      table: 'person',
      id: rowId,
      values: { name: 'Dana', company: 'Bakery', metAt: '2026-11-22T18:42:00Z' },
      stamps: { name: one, company: other, metAt: one },
    };
    expect(rowToWire(row)).toEqual({
      table: 'person',
      id: rowId,
      stamp: one,
      values: row.values,
      stamps: { company: other },
    });
    expect(rowToWire({ ...row, stamps: { name: one, company: one, metAt: one } }).stamps).toBeUndefined();
  });

  test('is the same text for the same row, also when two stamps are equally common', () => {
    const values = { name: 'Dana', company: 'Bakery' };
    const row = { table: 'person', id: rowId, values, stamps: { company: other, name: one } } as const;
    expect(rowToWire(row)).toEqual(rowToWire({ ...row, stamps: { name: one, company: other } }));
  });
});
