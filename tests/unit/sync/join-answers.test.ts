import { expect, test } from 'vitest';
import type { SyncResponse } from '../../../src/protocol/sync.ts';
import { protocolVersion } from '../../../src/protocol/version.ts';
import type { WireRow } from '../../../src/protocol/wire-row.ts';
import { joinAnswers } from '../../../src/sync/join-answers.ts';
import { headA, headB, makeEdit } from './fake-ports.ts';

const rowOf = (counter: number, name: string): WireRow => {
  const { table, id, stamp } = makeEdit(counter);
  return { table, id, stamp, values: { name } };
};
const refusal = (counter: number) => ({ stamp: makeEdit(counter).stamp, problems: [] });

test('S-4 answers that are taken in together say all that each said, and lead where the last one leads', () => {
  const first: SyncResponse = {
    protocol: protocolVersion,
    head: headA,
    isHeadKnown: true,
    acknowledged: [makeEdit(1).stamp],
    refused: [refusal(2)],
    rows: [rowOf(7, 'Dana'), rowOf(8, 'Priya')],
    cursor: 4,
    more: true,
  };
  const second: SyncResponse = {
    ...first,
    head: headB,
    acknowledged: [makeEdit(3).stamp],
    refused: [refusal(4)],
    // The same row once more, written in between: it came whole, without what lost before.
    rows: [rowOf(7, 'Dana Ruiz'), rowOf(9, 'Luis')],
    cursor: 6,
    more: false,
  };
  expect(joinAnswers(first, [])).toBe(first);
  expect(joinAnswers(first, [second])).toEqual({
    ...second,
    acknowledged: [makeEdit(1).stamp, makeEdit(3).stamp],
    refused: [refusal(2), refusal(4)],
    rows: [rowOf(8, 'Priya'), rowOf(7, 'Dana Ruiz'), rowOf(9, 'Luis')],
  });
});
