import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, mergeRows } from '../../../src/domain/merge.ts';
import type { Edit, Row } from '../../../src/domain/row.ts';
import { readingToStamp, stampToDevice } from '../../../src/domain/stamp.ts';
import { findFieldProblems } from '../../../src/domain/tables.ts';
import { isDeleted, tombstoneOf } from '../../../src/domain/tombstone.ts';
import { anyStamp, anyValue, arbitraryRow, devices, rowId } from './arbitraries.ts';

const [mine = '', yours = ''] = devices;
const at = (ms: number, device = mine) => readingToStamp({ ms, counter: 0 }, device);
const edit = (stamp: string, values: Edit['values']): Edit => ({ table: 'person', id: rowId, stamp, values });
const deletion = (row: Row, stamp: string) => edit(stamp, { deleted: { ...tombstoneOf(row.stamps) } });
const applied = (row: Row | undefined, ...edits: readonly Edit[]): Row =>
  edits.reduce((present, next) => applyEdit(present, next).row, row ?? { ...bare });
const bare: Row = { table: 'person', id: rowId, values: {}, stamps: {} };
const dana = applied(undefined, edit(at(1), { name: 'Dana' }), edit(at(2, yours), { company: 'Bakery' }));

describe('a deletion', () => {
  test('S-12 deletes the row whose every edit the device had seen', () => {
    expect(isDeleted(dana)).toBe(false);
    expect(isDeleted(applied(dana, deletion(dana, at(3))))).toBe(true);
  });

  test('S-12 spares the person when another device edited what the deleting one had not seen', () => {
    const deleted = applied(dana, deletion(dana, at(9)));
    const edited = applied(dana, edit(at(4, yours), { company: 'Garage' }));
    expect(isDeleted(mergeRows(deleted, edited))).toBe(false);
    expect(isDeleted(mergeRows(edited, deleted))).toBe(false);
  });

  test('S-12 spares the person when a device that it never heard of edited, however early', () => {
    const deleted = applied(dana, deletion(dana, at(9)));
    expect(isDeleted(applied(deleted, edit(at(0, 'cccccccccc'), { 'phone/aaaaaaaa': null })))).toBe(false);
  });

  test('S-12 is not undone by an edit that the deleting device had seen and that arrives late', () => {
    const late = edit(at(2, yours), { company: 'Bakery' });
    const early = applied(undefined, edit(at(1), { name: 'Dana' }), deletion(dana, at(9)));
    expect(isDeleted(early)).toBe(true);
    expect(isDeleted(applied(early, late))).toBe(true);
  });

  test('S-12 is taken back by null, and can be made again', () => {
    const deleted = applied(dana, deletion(dana, at(3)));
    const back = applied(deleted, edit(at(4), { deleted: null }));
    expect(isDeleted(back)).toBe(false);
    expect(isDeleted(applied(back, deletion(back, at(5))))).toBe(true);
  });

  test('S-12 names the latest stamp of each device, and never its own field', () => {
    const row = applied(dana, edit(at(5), { company: 'Garage' }), edit(at(7, yours), { deleted: null }));
    expect(tombstoneOf(row.stamps)).toEqual({ [mine]: at(5) });
    expect(tombstoneOf(dana.stamps)).toEqual({ [mine]: at(1), [yours]: at(2, yours) });
  });

  test('S-12 holds for any row, until any later edit', () => {
    void fc.assert(
      fc.property(arbitraryRow(), anyStamp, anyValue, (row, stamp, value) => {
        const latest = Object.values(row.stamps).sort().at(-1) ?? '';
        fc.pre(stamp > latest && !Object.hasOwn(row.values, 'deleted'));
        const deleted = applied(row, deletion(row, stamp));
        expect(isDeleted(deleted)).toBe(true);
        expect(findFieldProblems('person', { deleted: { ...tombstoneOf(row.stamps) } })).toEqual([]);
        const next = readingToStamp({ ms: 36 ** 9 - 1, counter: 36 ** 3 - 1 }, stampToDevice(stamp));
        fc.pre(next > stamp);
        expect(isDeleted(applied(deleted, edit(next, { name: value })))).toBe(false);
      }),
    );
  });

  test('S-12 is not undone by what a machine heard meanwhile, whoever had not seen it', () => {
    const file = (stamp: string, values: Edit['values']): Edit => ({ ...edit(stamp, values), table: 'file' });
    const recording = applyEdit(undefined, file(at(1), { hash: 'a' })).row;
    const deleted = applied(recording, deletion(recording, at(2)));
    for (const field of ['heardLive', 'heardOnDevice', 'heardByServer']) {
      expect(isDeleted(applied(deleted, file(at(9, yours), { [field]: 'words' })))).toBe(true);
    }
    expect(isDeleted(applied(deleted, file(at(9, yours), { note: null })))).toBe(false);
  });

  test('S-12 is not undone by what recall remembers meanwhile', () => {
    const deleted = applied(dana, deletion(dana, at(8)));
    expect(isDeleted(applied(deleted, edit(at(9, yours), { recall: { reps: 1 } })))).toBe(true);
    expect(isDeleted(applied(deleted, edit(at(9, yours), { next: null })))).toBe(false);
  });

  test('S-12 a value of another shape is no deletion', () => {
    for (const deleted of [null, true, 'yes', 1, []]) {
      expect(isDeleted(applied(dana, edit(at(9), { deleted })))).toBe(false);
    }
  });
});
