import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/domain/json.ts';
import { syncResponseSchema } from '../../../src/protocol/sync.ts';
import { isPlainRow, syncAnswerSchema } from '../../../src/protocol/sync-answer.ts';
import { rowToWire, wireRowSchema } from '../../../src/protocol/wire-row.ts';
import { arbitraryRow, rowId } from '../domain/arbitraries.ts';

const stamp = '00000000a000aaaaaaaaaa';
const row = { table: 'person', id: rowId, stamp, values: { name: 'Dana' } };
const response = {
  protocol: 1,
  head: '11111111-1111-4111-8111-111111111111',
  isHeadKnown: true,
  acknowledged: [stamp],
  refused: [],
  rows: [row],
  cursor: 7,
  more: false,
};

const ordinaryRow = arbitraryRow().map((made) => {
  const isOrdinary = ([key]: [string, unknown]) => key !== '' && !(key in {});
  const values = Object.fromEntries(Object.entries(made.values).filter(isOrdinary));
  return { ...made, values, stamps: Object.fromEntries(Object.entries(made.stamps).filter(isOrdinary)) };
});

/** One member of a wire row taken away, or another in its place. */
const faults = fc.record({
  member: fc.constantFrom('table', 'id', 'stamp', 'values', 'stamps', 'earlier', 'other', '__proto__'),
  value: fc.oneof(
    fc.constantFrom<unknown>(undefined, null, 1, '', stamp, 'person', 'PERSON', [], {}, { name: stamp }),
    fc.constantFrom<unknown>({ '': stamp }, { ['x'.repeat(65)]: stamp }, { name: 1 }, { name: `${stamp}\n` }),
    fc.constantFrom<unknown>(rowId.toUpperCase(), `${rowId}\n`, rowId.replace('-7', '-4'), `${stamp}\n`),
    fc.constantFrom<unknown>(JSON.parse('{"__proto__":"x"}'), { constructor: stamp }, { toString: stamp }),
    fc.jsonValue(),
  ),
});

function withFault(wire: object, { member, value }: { member: string; value: unknown }): unknown {
  const members = Object.entries(wire).filter(([key]) => key !== member);
  return JSON.parse(JSON.stringify(Object.fromEntries([...members, [member, value]])));
}

describe('an answer to a sync request', () => {
  test('what the plain look takes, the schema takes as it is', () => {
    let taken = 0;
    const property = fc.property(fc.oneof(arbitraryRow(), ordinaryRow), fc.option(faults), (made, fault) => {
      const sent: unknown = JSON.parse(JSON.stringify(rowToWire(made)));
      const wire = fault === null ? sent : withFault(rowToWire(made), fault);
      if (!isPlainRow(wire)) return;
      taken += 1;
      expect(wireRowSchema.safeParse(wire)).toEqual({ success: true, data: wire });
    });
    void fc.assert(property, { numRuns: 3_000 });
    expect(taken).toBeGreaterThan(100);
  });

  test.each<[string, Json]>([
    ['an ordinary one', response],
    [
      'a value that lost',
      { ...response, rows: [{ ...row, earlier: [{ field: 'name', stamp, value: 1, by: stamp }] }] },
    ],
    ['fields of other stamps', { ...response, rows: [{ ...row, stamps: { name: stamp } }] }],
    [
      'a name that objects inherit',
      { ...response, rows: [{ ...row, values: JSON.parse('{"__proto__":1,"name":2}') }] },
    ],
    ['a stamp that is none', { ...response, acknowledged: ['x'] }],
    ['a row that is none', { ...response, rows: [{}] }],
    ['no rows', { ...response, rows: null }],
    ['something more', { ...response, other: 1 }],
  ])('is judged as its schema judges it: %s', (_, answer) => {
    const [fast, exact] = [syncAnswerSchema.safeParse(answer), syncResponseSchema.safeParse(answer)];
    expect(fast.success).toBe(exact.success);
    expect(fast.data).toEqual(exact.data);
  });
});
