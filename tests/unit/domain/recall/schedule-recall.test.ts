import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../src/domain/json.ts';
import { applyEdit, mergeRows } from '../../../../src/domain/merge.ts';
import { jsonToRecall, type RecallState } from '../../../../src/domain/recall/recall-state.ts';
import { scheduleRecall } from '../../../../src/domain/recall/schedule-recall.ts';
import { findFieldProblems } from '../../../../src/domain/tables.ts';

const dayMs = 86_400_000;
const startMs = Date.UTC(2026, 10, 23, 20, 30);

const daysAhead = ({ due, seenAt }: RecallState) => (Date.parse(due) - Date.parse(seenAt)) / dayMs;

/** Answers on each day that it is due on. */
function answerAll(answers: readonly boolean[], throughJson: boolean): RecallState[] {
  const states: RecallState[] = [];
  let nowMs = startMs;
  for (const isRemembered of answers) {
    const last = states.at(-1);
    const known = throughJson && last !== undefined ? jsonToRecall(JSON.parse(JSON.stringify(last))) : last;
    const next = scheduleRecall(known, isRemembered, nowMs);
    states.push(next);
    nowMs = Date.parse(next.due);
  }
  return states;
}

describe('the spaced recall of somebody', () => {
  test('asks ever more seldom while they are remembered, and never twice a day', () => {
    const spans = answerAll([true, true, true, true, true], true).map(daysAhead);
    expect(spans).toEqual([...spans].sort((a, b) => a - b));
    expect(new Set(spans).size).toBe(5);
    expect(spans[0]).toBeGreaterThanOrEqual(1);
    // A year, and the day that tells an answer from a weaker one.
    expect(spans.at(-1)).toBeLessThanOrEqual(366);
    expect(spans.every((span) => Number.isInteger(span))).toBe(true);
  });

  test('comes back the next days where it had gone, and counts that', () => {
    const states = answerAll([true, true, true, false], true);
    const [before, gone] = states.slice(-2);
    if (before === undefined || gone === undefined) throw new Error('two answers');
    expect(daysAhead(gone)).toBeLessThan(daysAhead(before));
    expect([gone.lapses, gone.reps]).toEqual([1, 4]);
  });

  test('goes on after a way through JSON as if it had never been written down', () => {
    const answers = [false, true, true, false, true, true];
    expect(answerAll(answers, true)).toEqual(answerAll(answers, false));
  });

  test('is what a person’s row may hold', () => {
    for (const state of answerAll([false, true, true, true, false], true)) {
      const recall: Json = { ...state };
      expect(findFieldProblems('person', { recall })).toEqual([]);
    }
  });

  test('two devices that know the same work out the same', () => {
    const [first] = answerAll([true], true);
    const later = startMs + 5 * dayMs;
    expect(scheduleRecall(first, true, later)).toEqual(scheduleRecall(first, true, later));
  });

  test('leaves nothing to chance: the minute of an answer moves no day', () => {
    const states = answerAll([true, true, true], true);
    const [last] = states.slice(-1);
    const later = Date.parse(last?.due ?? '');
    const spans = Array.from({ length: 30 }, (_, minute) =>
      daysAhead(scheduleRecall(last, true, later + minute * 60_000)),
    );
    expect(new Set(spans).size).toBe(1);
  });

  test('of two devices that answer at once one answer stands, whole, on both', () => {
    const [first] = answerAll([true], true);
    const row = (stamp: string, state: RecallState) => ({
      table: 'person' as const,
      id: '0',
      values: { recall: { ...state } },
      stamps: { recall: stamp },
    });
    const later = startMs + 3 * dayMs;
    const mine = row('00lx3f0000-0000-aaaaaaaaaa', scheduleRecall(first, true, later));
    const theirs = row('00lx3f0001-0000-bbbbbbbbbb', scheduleRecall(first, false, later + 1));
    const merged = mergeRows(mine, theirs);
    expect(merged).toEqual(mergeRows(theirs, mine));
    expect(merged.values['recall']).toEqual(theirs.values.recall);
    expect(jsonToRecall(merged.values['recall'])?.reps).toBe(2);
    const edit = { ...theirs, stamp: theirs.stamps.recall };
    expect(applyEdit(mine, edit).row).toEqual(merged);
  });

  test('a clock that ran back breaks nothing', () => {
    const [first] = answerAll([true], true);
    const next = scheduleRecall(first, true, startMs - 400 * dayMs);
    expect(daysAhead(next)).toBeGreaterThanOrEqual(1);
    expect(next.seenAt).toBe(first?.seenAt);
  });

  test.each([
    ['nothing', null],
    ['a text', 'soon'],
    ['no day', { due: 'x', seenAt: 'y', stability: 1, difficulty: 5 }],
    [
      'no strength',
      { due: '2026-11-23T00:00:00.000Z', seenAt: '2026-11-22T00:00:00.000Z', stability: 0, difficulty: 5 },
    ],
  ])('%s reads as never asked', (_, value) => {
    expect(jsonToRecall(value)).toBeUndefined();
  });
});
