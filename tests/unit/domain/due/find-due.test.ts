import { describe, expect, test } from 'vitest';
import { daysLate, findDue } from '../../../../src/domain/due/find-due.ts';
import { personDue } from '../../../../src/domain/due/person-due.ts';
import { putOffTo } from '../../../../src/domain/due/put-off.ts';
import { applyEdit } from '../../../../src/domain/merge.ts';
import { textOf } from '../../../../src/domain/person.ts';
import type { Row } from '../../../../src/domain/row.ts';
import { readingToStamp } from '../../../../src/domain/stamp.ts';
import { preferenceId } from '../../../../src/domain/table-words.ts';
import { dayCases } from './day-cases.ts';
import { lateCases } from './late-cases.ts';
import { putOffCases } from './put-off-cases.ts';
import { rhythmCases } from './rhythm-cases.ts';
import { zoneCases } from './zone-cases.ts';

const dueCases = [...dayCases, ...rhythmCases, ...putOffCases];

describe('when somebody is due', () => {
  test.each(dueCases)('$told', ({ next, rhythm, touchedAt = [], zone, due, putOffTo: on, thenTouchedAt }) => {
    const facts = { next, rhythm, touchedAt, zone };
    const moved = on === undefined ? {} : putOffTo(facts, { on, way: findDue(facts)?.way });
    const heard = [...touchedAt, ...(thenTouchedAt ?? [])];
    expect(findDue({ ...facts, ...moved, touchedAt: heard })).toStrictEqual(due);
  });
});

describe('where two devices said different zones of the agent', () => {
  const none: Row = { table: 'preference', id: preferenceId, values: {}, stamps: {} };
  test.each(zoneCases)('$told', ({ said, person, touchedAt, due }) => {
    const edits = said.map((zone, place) => ({
      ...{ table: none.table, id: none.id, values: { zone } },
      stamp: readingToStamp({ ms: place, counter: 0 }, `device000${place}`),
    }));
    const touches = touchedAt.map((at) => ({ way: 'call', at }));
    for (const heard of [edits, [...edits].reverse()]) {
      const { values } = heard.reduce((row, edit) => applyEdit(row, edit).row, none);
      expect(personDue(person, touches, textOf(values['zone'])).due).toStrictEqual(due);
    }
  });
});

describe('how late it is', () => {
  test.each(lateCases)('$told', ({ on, zone, now, late }) => {
    expect(daysLate(on, zone, Date.parse(now))).toBe(late);
  });
});

test('the tables hold at least sixty cases, each told once', () => {
  const told = [...dueCases, ...lateCases, ...zoneCases].map((one) => one.told);
  expect(told.length).toBeGreaterThanOrEqual(60);
  expect(new Set(told).size).toBe(told.length);
});
