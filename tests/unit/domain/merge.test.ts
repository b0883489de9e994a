import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../src/domain/json.ts';
import { applyEdit, editToRow, mergeRows, rowToEdits } from '../../../src/domain/merge.ts';
import type { Edit, Row } from '../../../src/domain/row.ts';
import {
  anyField,
  anyStamp,
  anyValue,
  arbitraryDeliveries,
  arbitraryEdits,
  arbitraryRow,
  cellsOf,
  mergeAll,
  rowId,
  rowText,
} from './arbitraries.ts';

const anyRow = arbitraryRow();
const early = '00000000a000aaaaaaaaaa';
const late = '00000000b000bbbbbbbbbb';

function rowOf(cells: Readonly<Record<string, readonly [string, Row['values'][string]]>>): Row {
  const entries = Object.entries(cells);
  return {
    table: 'person',
    id: rowId,
    values: Object.fromEntries(entries.map(([field, [, value]]) => [field, value])),
    stamps: Object.fromEntries(entries.map(([field, [stamp]]) => [field, stamp])),
  };
}

function applyAll(edits: readonly Edit[]): Row | undefined {
  return edits.reduce<Row | undefined>((row, edit) => applyEdit(row, edit).row, undefined);
}

describe('mergeRows', () => {
  test('S-10 is commutative', () => {
    void fc.assert(
      fc.property(anyRow, anyRow, (a, b) => {
        expect(rowText(mergeRows(a, b))).toBe(rowText(mergeRows(b, a)));
      }),
      { numRuns: 500 },
    );
  });

  test('S-10 is associative', () => {
    void fc.assert(
      fc.property(anyRow, anyRow, anyRow, (a, b, c) => {
        expect(rowText(mergeRows(mergeRows(a, b), c))).toBe(rowText(mergeRows(a, mergeRows(b, c))));
      }),
      { numRuns: 500 },
    );
  });

  test('S-10 is idempotent', () => {
    void fc.assert(
      fc.property(anyRow, anyRow, (a, b) => {
        const once = mergeRows(a, b);
        expect(rowText(mergeRows(a, a))).toBe(rowText(a));
        expect(rowText(mergeRows(once, b))).toBe(rowText(once));
      }),
      { numRuns: 500 },
    );
  });

  test('S-10 changes neither of its rows', () => {
    void fc.assert(
      fc.property(anyRow, anyRow, (a, b) => {
        const before = [rowText(a), rowText(b)];
        mergeRows(a, b);
        expect([rowText(a), rowText(b)]).toEqual(before);
      }),
    );
  });

  test('S-10 the later stamp wins every field on its own', () => {
    void fc.assert(
      fc.property(anyRow, anyRow, (a, b) => {
        const sent = [...cellsOf(a), ...cellsOf(b)];
        const merged = cellsOf(mergeRows(a, b));
        expect(new Set(merged.map(({ field }) => field))).toEqual(new Set(sent.map(({ field }) => field)));
        for (const { field, stamp, value } of merged) {
          const rivals = sent.filter((cell) => cell.field === field);
          expect(rivals.every((rival) => rival.stamp <= stamp)).toBe(true);
          expect(
            rivals.some((r) => r.stamp === stamp && canonicalJson(r.value) === canonicalJson(value)),
          ).toBe(true);
        }
      }),
    );
  });

  test('S-10 two numbers that two devices added to one person both stay', () => {
    const a = rowOf({ name: [early, 'Dana'], 'phone/aaaaaaaa': [early, { typed: '1' }] });
    const b = rowOf({ 'phone/bbbbbbbb': [late, { typed: '2' }] });
    expect(mergeRows(a, b).values).toEqual({
      name: 'Dana',
      'phone/aaaaaaaa': { typed: '1' },
      'phone/bbbbbbbb': { typed: '2' },
    });
  });

  test('S-10 a removed entry stays removed, and null is a value like any other', () => {
    const a = rowOf({ 'phone/aaaaaaaa': [early, { typed: '1' }], company: [late, 'Bakery'] });
    const b = rowOf({ 'phone/aaaaaaaa': [late, null], company: [early, null] });
    expect(mergeRows(a, b).values).toEqual({ 'phone/aaaaaaaa': null, company: 'Bakery' });
  });

  test('S-10 under one stamp the same value wins everywhere', () => {
    const a = rowOf({ name: [early, 'Bo'] });
    const b = rowOf({ name: [early, 'Dana'] });
    expect(mergeRows(a, b).values['name']).toBe('Dana');
    expect(mergeRows(b, a).values['name']).toBe('Dana');
  });
});

describe('applyEdit', () => {
  test('S-8 S-10 makes the same row in any order, however often an edit arrives', () => {
    void fc.assert(
      fc.property(arbitraryDeliveries(arbitraryEdits(1)), ({ a, b }) => {
        const row = applyAll(a);
        expect(row && rowText(row)).toBe(rowText(mergeAll(b.map(editToRow))));
      }),
      { numRuns: 500 },
    );
  });

  test('S-8 says whether the row is another than before', () => {
    void fc.assert(
      fc.property(anyRow, arbitraryEdits(1), (row, [edit]) => {
        if (edit === undefined) return;
        const merged = applyEdit(row, edit);
        expect(merged.changed).toBe(rowText(merged.row) !== rowText(row));
        expect(applyEdit(merged.row, edit).changed).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('S-3 a partial edit leaves the other fields and their stamps alone', () => {
    const row = rowOf({ name: [early, 'Dana'], company: [early, 'Bakery'] });
    const edit: Edit = { table: 'person', id: rowId, stamp: late, values: { company: 'Garage' } };
    expect(applyEdit(row, edit).row).toEqual(rowOf({ name: [early, 'Dana'], company: [late, 'Garage'] }));
  });
});

describe('rowToEdits', () => {
  test('S-15 makes edits that make the row again, one for each stamp', () => {
    void fc.assert(
      fc.property(arbitraryRow(), (row) => {
        const edits = rowToEdits(row);
        expect(rowText(mergeAll(edits.map(editToRow)))).toBe(rowText(row));
        expect(edits).toHaveLength(new Set(Object.values(row.stamps)).size);
        expect(edits.every((edit) => edit.table === row.table && edit.id === row.id)).toBe(true);
      }),
    );
  });
});

test('S-13 editToRow gives each field of an edit its stamp', () => {
  void fc.assert(
    fc.property(anyStamp, anyField, anyValue, (stamp, field, value) => {
      const edit: Edit = { table: 'person', id: rowId, stamp, values: Object.fromEntries([[field, value]]) };
      expect(cellsOf(editToRow(edit))).toEqual([{ field, stamp, value }]);
    }),
  );
});
