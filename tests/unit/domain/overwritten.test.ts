import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../src/domain/json.ts';
import { applyEdit, type Overwritten } from '../../../src/domain/merge.ts';
import type { Edit, Row } from '../../../src/domain/row.ts';
import { readingToStamp, tickClock } from '../../../src/domain/stamp.ts';
import { arbitraryDeliveries, arbitraryEdits, cellsOf, devices, rowId } from './arbitraries.ts';

function applyAll(edits: readonly Edit[]) {
  let row: Row | undefined;
  const overwritten: Overwritten[] = [];
  for (const edit of edits) {
    const merged = applyEdit(row, edit);
    row = merged.row;
    overwritten.push(...merged.overwritten);
  }
  return { row, overwritten };
}

function keyOf({ field, stamp, value }: Pick<Overwritten, 'field' | 'stamp' | 'value'>): string {
  return `${field} ${stamp} ${canonicalJson(value)}`;
}

describe('what an edit overwrites', () => {
  test('S-13 every value ever sent is in the row or in history, and nothing else is', () => {
    void fc.assert(
      fc.property(arbitraryDeliveries(arbitraryEdits(1)), ({ a }) => {
        const { row, overwritten } = applyAll(a);
        const sent = a.flatMap(({ stamp, values }) =>
          Object.entries(values).map(([field, value]) => keyOf({ field, stamp, value })),
        );
        const kept = [...(row === undefined ? [] : cellsOf(row)), ...overwritten].map(keyOf);
        expect(new Set(kept)).toEqual(new Set(sent));
      }),
      { numRuns: 500 },
    );
  });

  test('S-13 what lost is never what the row holds, and lost to a stamp that is no earlier', () => {
    void fc.assert(
      fc.property(arbitraryDeliveries(arbitraryEdits(1)), ({ a }) => {
        const { row, overwritten } = applyAll(a);
        const held = new Set(row === undefined ? [] : cellsOf(row).map(keyOf));
        for (const lost of overwritten) {
          expect(held.has(keyOf(lost))).toBe(false);
          expect(lost.by >= lost.stamp).toBe(true);
        }
      }),
    );
  });

  test('S-13 one device that sees its own edits overwrites nothing unseen', () => {
    void fc.assert(
      fc.property(fc.array(fc.constantFrom('name', 'company'), { minLength: 2, maxLength: 6 }), (fields) => {
        let reading = tickClock(undefined, 0);
        const seen: Record<string, string> = {};
        const edits = fields.map((field, index): Edit => {
          reading = tickClock(reading, 0);
          const stamp = readingToStamp(reading, 'aaaaaaaaaa');
          const replaces = seen[field] === undefined ? undefined : { [field]: seen[field] };
          seen[field] = stamp;
          return { table: 'person', id: rowId, stamp, values: { [field]: `text ${index}` }, replaces };
        });
        expect(applyAll(edits).overwritten.filter(({ unseen }) => unseen)).toEqual([]);
      }),
    );
  });

  const [mine = '', yours = ''] = devices;
  const first = readingToStamp({ ms: 1, counter: 0 }, mine);
  const second = readingToStamp({ ms: 2, counter: 0 }, yours);
  const edit = (stamp: string, name: string, replaces?: string): Edit => ({
    table: 'person',
    id: rowId,
    stamp,
    values: { name },
    ...(replaces === undefined ? {} : { replaces: { name: replaces } }),
  });

  test('S-13 an edit that names what it replaces overwrites it seen', () => {
    const { overwritten } = applyAll([edit(first, 'Dana'), edit(second, 'Dana Lee', first)]);
    expect(overwritten).toEqual([{ field: 'name', stamp: first, value: 'Dana', by: second, unseen: false }]);
  });

  test('S-13 an edit that does not know of it overwrites it unseen, in either order', () => {
    const unseen = [{ field: 'name', stamp: first, value: 'Dana', by: second, unseen: true }];
    expect(applyAll([edit(first, 'Dana'), edit(second, 'Bo')]).overwritten).toEqual(unseen);
    expect(applyAll([edit(second, 'Bo'), edit(first, 'Dana')]).overwritten).toEqual(unseen);
  });

  test('S-13 an edit that replaces an older value than the one there overwrites it unseen', () => {
    const older = readingToStamp({ ms: 0, counter: 1 }, mine);
    expect(applyAll([edit(first, 'Dana'), edit(second, 'Bo', older)]).overwritten[0]?.unseen).toBe(true);
  });

  test('S-10 S-13 under one stamp, as a copied phone would give twice, nothing is lost and the change is told', () => {
    const row = applyEdit(undefined, edit(first, 'Bo')).row;
    const merged = applyEdit(row, edit(first, 'Dana'));
    expect(merged.row.values).toEqual({ name: 'Dana' });
    expect(merged.changed).toBe(true);
    expect(merged.overwritten).toMatchObject([{ stamp: first, value: 'Bo', by: first }]);
    const lost = applyEdit(merged.row, edit(first, 'Bo'));
    expect(lost.changed).toBe(false);
    expect(lost.overwritten).toMatchObject([{ stamp: first, value: 'Bo', by: first }]);
  });

  test('S-8 the same edit again overwrites nothing', () => {
    expect(applyAll([edit(first, 'Dana'), edit(first, 'Dana')]).overwritten).toEqual([]);
  });
});
