import { describe, expect, test } from 'vitest';
import { daysLate, findDue } from '../../../../src/domain/due/find-due.ts';
import { putOffTo } from '../../../../src/domain/due/put-off.ts';
import { dayCases } from './day-cases.ts';
import { lateCases } from './late-cases.ts';
import { putOffCases } from './put-off-cases.ts';
import { rhythmCases } from './rhythm-cases.ts';

const dueCases = [...dayCases, ...rhythmCases, ...putOffCases];

describe('when somebody is due', () => {
  test.each(dueCases)('$told', ({ next, rhythm, touchedAt = [], zone, due, putOffTo: on, thenTouchedAt }) => {
    const facts = { next, rhythm, touchedAt, zone };
    const moved = on === undefined ? {} : putOffTo(facts, { on, way: findDue(facts)?.way });
    const heard = [...touchedAt, ...(thenTouchedAt ?? [])];
    expect(findDue({ ...facts, ...moved, touchedAt: heard })).toStrictEqual(due);
  });
});

describe('how late it is', () => {
  test.each(lateCases)('$told', ({ on, zone, now, late }) => {
    expect(daysLate(on, zone, Date.parse(now))).toBe(late);
  });
});

test('the tables hold at least sixty cases, each told once', () => {
  const told = [...dueCases, ...lateCases].map((one) => one.told);
  expect(told.length).toBeGreaterThanOrEqual(60);
  expect(new Set(told).size).toBe(told.length);
});
