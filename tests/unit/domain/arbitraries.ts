import * as fc from 'fast-check';
import { canonicalJson, type Json } from '../../../src/domain/json.ts';
import { mergeRows } from '../../../src/domain/merge.ts';
import type { Edit, FieldKey, Row } from '../../../src/domain/row.ts';
import { readingToStamp, type Stamp } from '../../../src/domain/stamp.ts';

export const rowId = '01890a5d-ac96-774b-bcce-b302099a8057';
const emptyRow: Row = { table: 'person', id: rowId, values: {}, stamps: {} };

/** Few of each, so that stamps and fields meet often. Some devices, counters and times are extreme. */
export const devices = ['aaaaaaaaaa', 'bbbbbbbbbb', '0000000000', 'zzzzzzzzzz', 'constructo'];
export const anyDevice = fc.constantFrom(...devices);
export const anyReading = fc.record({
  ms: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(1_790_000_000_000, 36 ** 9 - 1)),
  counter: fc.oneof(fc.integer({ min: 0, max: 2 }), fc.constantFrom(35, 36, 36 ** 3 - 1)),
});
export const anyStamp = fc
  .tuple(anyReading, anyDevice)
  .map(([reading, device]) => readingToStamp(reading, device));

/** Names of real fields, of entries, and names that mean something to a JavaScript object. */
export const anyField = fc.oneof(
  fc.constantFrom('name', 'company', 'deleted', 'phone/aaaaaaaa', 'phone/bbbbbbbb', 'email/aaaaaaaa'),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'phone/__proto__', ''),
);

export const anyValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(null, '', 'Dana', 'Bo', 0, true, [], {}),
  fc.record({ typed: fc.constantFrom('212 736 5000', '1'), e164: fc.constantFrom('+12127365000') }),
  fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value))),
);

/** As Object.fromEntries makes them, `__proto__` is a key like any other. */
export function arbitraryRow(values: fc.Arbitrary<Json> = anyValue): fc.Arbitrary<Row> {
  return fc
    .uniqueArray(fc.tuple(anyField, anyStamp, values), { selector: ([field]) => field, maxLength: 8 })
    .map((cells) => ({
      ...emptyRow,
      values: Object.fromEntries(cells.map(([field, , value]) => [field, value])),
      stamps: Object.fromEntries(cells.map(([field, stamp]) => [field, stamp])),
    }));
}

/** Edits of one row by many devices. Two of them may share a stamp, as a copied phone's would. */
export function arbitraryEdits(minLength = 0): fc.Arbitrary<Edit[]> {
  const edit = fc
    .tuple(anyStamp, fc.uniqueArray(fc.tuple(anyField, anyValue), { selector: ([f]) => f, minLength: 1 }))
    .map(([stamp, cells]) => ({
      table: 'person' as const,
      id: rowId,
      stamp,
      values: Object.fromEntries(cells),
    }));
  return fc.array(edit, { minLength, maxLength: 8 });
}

/** The same edits in another order, some of them several times. */
export function arbitraryDeliveries(edits: fc.Arbitrary<Edit[]>): fc.Arbitrary<{ a: Edit[]; b: Edit[] }> {
  const delivery = (sent: Edit[]) =>
    fc
      .tuple(
        fc.shuffledSubarray(sent, { minLength: sent.length }),
        fc.shuffledSubarray(sent),
        fc.shuffledSubarray(sent),
      )
      .map(([all, again, onceMore]) => [...again, ...all, ...onceMore]);
  return edits.chain((sent) => fc.record({ a: delivery(sent), b: delivery(sent) }));
}

/** A row's cells as text: equal for equal rows, whatever the order of their keys. */
export function rowText(row: Row): string {
  return JSON.stringify(cellsOf(row).map(({ field, stamp, value }) => [field, stamp, canonicalJson(value)]));
}

interface Cell {
  readonly field: FieldKey;
  readonly stamp: Stamp;
  readonly value: Json;
}

/** Reads own properties alone, and says when values and stamps do not have the same ones. */
export function cellsOf(row: Row): Cell[] {
  const values = new Map(Object.entries(row.values));
  const stamps = new Map(Object.entries(row.stamps));
  if (values.size !== stamps.size) throw new Error('values and stamps have other keys');
  return [...stamps.keys()].sort().map((field) => {
    const stamp = stamps.get(field);
    const value = values.get(field);
    if (stamp === undefined || value === undefined) throw new Error(`${field} has a stamp and no value`);
    return { field, stamp, value };
  });
}

export function mergeAll(rows: readonly Row[]): Row {
  return rows.reduce(mergeRows, emptyRow);
}
