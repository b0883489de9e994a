import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addRhythm,
  dateIn,
  daysBetween,
  momentIn,
} from '../../../../src/domain/due/calendar-date.ts';
import { type DueFacts, daysLate, findDue } from '../../../../src/domain/due/find-due.ts';
import { jsonToNextTouch, jsonToRhythm, type Rhythm } from '../../../../src/domain/due/next-touch.ts';
import { putOffTo } from '../../../../src/domain/due/put-off.ts';
import { spreadDays } from '../../../../src/domain/due/spread-days.ts';
import { applyEdit } from '../../../../src/domain/merge.ts';
import type { Edit, Row } from '../../../../src/domain/row.ts';
import { rhythmUnits } from '../../../../src/domain/table-words.ts';
import { anyStamp, rowId } from '../arbitraries.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const zones = Intl.supportedValuesOf('timeZone');
const anyZone = fc.constantFrom(...zones);
/** After the last zone that left out a whole day (Samoa, at the end of 2011). */
const [firstMs, lastMs] = [Date.UTC(2012, 0, 2), Date.UTC(2100, 11, 31)];
const anyMs = fc.integer({ min: firstMs, max: lastMs });
const anyDate = fc.oneof(
  anyMs.map((ms) => new Date(ms).toISOString().slice(0, 10)),
  fc.constantFrom('2028-02-29', '2028-02-28', '2027-02-28', '2026-12-31', '2027-01-01', '2026-01-31'),
);
const anyRhythm: fc.Arbitrary<Rhythm> = fc.record({
  every: fc.integer({ min: 1, max: 400 }),
  unit: fc.constantFrom(...rhythmUnits),
  from: anyDate,
});
const anyTouches = fc.array(
  anyMs.map((ms) => new Date(ms).toISOString()),
  { maxLength: 6 },
);
const anyFacts: fc.Arbitrary<DueFacts> = fc.record({
  next: fc.option(fc.record({ on: anyDate, way: fc.constantFrom('call', undefined) }), { nil: undefined }),
  rhythm: fc.option(anyRhythm, { nil: undefined }),
  touchedAt: anyTouches,
  zone: anyZone,
});

const formats = new Map<string, Intl.DateTimeFormat>();

/** Each is costly to make. */
function formatIn(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${Object.keys(options).join(' ')}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone });
  formats.set(key, format);
  return format;
}

/** The date as the browser's own calendar writes it: code that has nothing in common with ours. */
function dateByIntl(zone: string, ms: number): string {
  const parts = formatIn(zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(ms);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The clock's distance from UTC there, in minutes. */
function offsetIn(zone: string, ms: number): number {
  const shown = formatIn(zone, { timeZoneName: 'longOffset' })
    .formatToParts(ms)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])?(\d+)?:?(\d+)?/.exec(shown ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The moments of a year at which clocks in that zone are moved, to the hour. */
function clockChanges(zone: string, year: number): number[] {
  const changes: number[] = [];
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += dayMs) {
    if (offsetIn(zone, day) === offsetIn(zone, day + dayMs)) continue;
    for (let hour = day; hour < day + dayMs; hour += hourMs) {
      if (offsetIn(zone, hour) !== offsetIn(zone, hour + hourMs)) changes.push(hour + hourMs);
    }
  }
  return changes;
}

describe('days in every zone', () => {
  test('a moment’s date is what the browser’s calendar says, in all of them', () => {
    for (const zone of zones) {
      for (const ms of [firstMs, Date.UTC(2026, 10, 22, 18, 42), Date.UTC(2028, 1, 29, 11, 59), lastMs]) {
        expect(dateIn(zone, ms), `${zone} at ${ms}`).toBe(dateByIntl(zone, ms));
      }
    }
    void fc.assert(
      fc.property(anyZone, anyMs, (zone, ms) => {
        expect(dateIn(zone, ms)).toBe(dateByIntl(zone, ms));
      }),
    );
  });

  test('around every change of the clocks, too', () => {
    const moving = ['America/Detroit', 'Europe/London', 'Asia/Beirut', 'Australia/Lord_Howe', 'Africa/Cairo'];
    const moved = [...moving, 'America/Santiago', 'Atlantic/Azores', 'America/Havana', 'Pacific/Chatham'];
    for (const zone of moved) {
      const changes = clockChanges(zone, 2026);
      expect(changes.length, zone).toBeGreaterThan(0);
      for (const change of changes) {
        for (let ms = change - dayMs; ms <= change + dayMs; ms += hourMs / 4) {
          expect(dateIn(zone, ms), `${zone} at ${ms}`).toBe(dateByIntl(zone, ms));
        }
      }
    }
  });

  test('a day begins once: a moment before it is the day before, and noon lies within', () => {
    void fc.assert(
      fc.property(anyZone, anyMs, (zone, ms) => {
        const date = dateIn(zone, ms);
        const start = momentIn(zone, date, '00:00');
        expect(dateIn(zone, start - 1)).toBe(addDays(date, -1));
        expect(dateIn(zone, start)).toBe(date);
        expect(dateIn(zone, momentIn(zone, date, '12:00'))).toBe(date);
      }),
    );
  });

  test('at each midnight there one waits a day longer, and at no other moment', () => {
    void fc.assert(
      fc.property(anyZone, anyDate, anyDate, (zone, on, day) => {
        const start = momentIn(zone, day, '00:00');
        expect(daysLate(on, zone, start)).toBe(daysLate(on, zone, start - 1) + 1);
        expect(daysLate(on, zone, start)).toBe(daysLate(on, zone, momentIn(zone, day, '23:30')));
      }),
    );
  });

  test('nowhere is it more than a day from UTC’s', () => {
    void fc.assert(
      fc.property(anyZone, anyMs, (zone, ms) => {
        expect(Math.abs(daysBetween(dateIn('UTC', ms), dateIn(zone, ms)))).toBeLessThanOrEqual(1);
        expect(dateIn(zone, ms) <= dateIn('Etc/GMT-14', ms)).toBe(true);
      }),
    );
  });
});

describe('steps of the calendar', () => {
  test('days there and back', () => {
    void fc.assert(
      fc.property(anyDate, fc.integer({ min: -5_000, max: 5_000 }), (date, days) => {
        const to = addDays(date, days);
        expect(daysBetween(date, to)).toBe(days);
        expect(addDays(to, -days)).toBe(date);
      }),
    );
  });

  test('weeks keep the day of the week; months keep the day of the month, or take the last', () => {
    const weekday = (date: string) => new Date(`${date}T12:00:00Z`).getUTCDay();
    const lastOf = (date: string) =>
      new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();
    void fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 400 }), (date, every) => {
        expect(weekday(addRhythm(date, { every, unit: 'week' }))).toBe(weekday(date));
        const later = addRhythm(date, { every, unit: 'month' });
        const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(months(later) - months(date)).toBe(every);
        expect(Number(later.slice(8))).toBe(Math.min(Number(date.slice(8)), lastOf(later)));
        expect(addRhythm(date, { every, unit: 'year' })).toBe(
          addRhythm(date, { every: every * 12, unit: 'month' }),
        );
      }),
    );
  });

  test('a later day leads to a later one, or to the same last of a month', () => {
    void fc.assert(
      fc.property(anyDate, anyRhythm, fc.integer({ min: 1, max: 500 }), (date, rhythm, days) => {
        expect(addRhythm(date, rhythm) > date).toBe(true);
        expect(addRhythm(addDays(date, days), rhythm) >= addRhythm(date, rhythm)).toBe(true);
      }),
    );
  });
});

describe('what is due', () => {
  test('a touch more never brings a day nearer', () => {
    void fc.assert(
      fc.property(anyFacts, anyMs, (facts, ms) => {
        const before = findDue(facts);
        const after = findDue({ ...facts, touchedAt: [...facts.touchedAt, new Date(ms).toISOString()] });
        if (before === undefined) expect(after).toBeUndefined();
        else if (after !== undefined) expect(after.on >= before.on).toBe(true);
        else expect(facts.rhythm === undefined && before.by === 'next').toBe(true);
      }),
    );
  });

  test('a touch on the day or later answers it: what is due then lies behind that touch', () => {
    void fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 400 }), (facts, later) => {
        const due = findDue(facts);
        if (due === undefined) return;
        const touchedOn = addDays(due.on, later);
        const at = new Date(momentIn(facts.zone, touchedOn, '12:00')).toISOString();
        const after = findDue({ ...facts, touchedAt: [...facts.touchedAt, at] });
        if (after !== undefined) expect(after.on > touchedOn).toBe(true);
      }),
    );
  });

  test('order and repetition of touches tell nothing', () => {
    void fc.assert(
      fc.property(anyFacts, (facts) => {
        const turned = [...facts.touchedAt, ...facts.touchedAt].reverse();
        expect(findDue({ ...facts, touchedAt: turned })).toEqual(findDue(facts));
      }),
    );
  });

  test('a date that was agreed on stands or is answered, and nothing else moves it', () => {
    void fc.assert(
      fc.property(anyFacts, (facts) => {
        const { next, zone, touchedAt } = facts;
        if (next === undefined) return;
        const isAnswered = touchedAt.some((at) => dateByIntl(zone, Date.parse(at)) >= next.on);
        expect(findDue(facts)?.by === 'next').toBe(!isAnswered);
        if (!isAnswered) expect(findDue(facts)).toMatchObject(next);
      }),
    );
  });

  test('what is put off is due on that day; a rhythm’s day is answered by any touch after the one it had', () => {
    void fc.assert(
      fc.property(
        anyFacts,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 400 }),
        (facts, days, later) => {
          const due = findDue(facts);
          if (due === undefined) return;
          const on = addDays(due.on, days);
          const moved = { ...facts, ...putOffTo(facts, { on, way: due.way }) };
          expect(findDue(moved)?.on).toBe(on);
          if (findDue(moved)?.by !== 'rhythm' || facts.rhythm === undefined) return;
          const touchedOn = addDays(moved.rhythm?.from ?? on, later);
          const at = new Date(momentIn(facts.zone, touchedOn, '12:00')).toISOString();
          const after = findDue({ ...moved, touchedAt: [...facts.touchedAt, at] });
          expect(after?.on).toBe(addRhythm(touchedOn, facts.rhythm));
        },
      ),
    );
  });

  test('of the same touch a zone further east is never due earlier', () => {
    const anyOffset = fc.integer({ min: -12, max: 12 });
    const zoneOf = (offset: number) =>
      `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`.replace(/GMT\+0$/, 'GMT');
    void fc.assert(
      fc.property(anyOffset, anyOffset, anyMs, anyRhythm, (a, b, ms, rhythm) => {
        const dueIn = (offset: number) => {
          const touchedAt = [new Date(ms).toISOString()];
          return findDue({ next: undefined, rhythm, touchedAt, zone: zoneOf(offset) })?.on ?? '';
        };
        expect(dueIn(Math.min(a, b)) <= dueIn(Math.max(a, b))).toBe(true);
      }),
    );
  });
});

describe('two devices that move the same date', () => {
  const person: Row = { table: 'person', id: rowId, values: {}, stamps: {} };
  const anyMove = fc.tuple(
    anyStamp,
    fc.option(fc.record({ on: anyDate }), { nil: null }),
    fc.option(anyRhythm, { nil: null }),
  );
  const toEdit = ([stamp, next, rhythm]: [string, { on: string } | null, Rhythm | null]): Edit => ({
    table: 'person',
    id: rowId,
    stamp,
    values: { next, ...(rhythm === null ? {} : { rhythm: { ...rhythm } }) },
  });

  test('come to the same day, whichever is heard of first', () => {
    void fc.assert(
      fc.property(
        fc.array(anyMove, { minLength: 2, maxLength: 5 }),
        anyZone,
        anyTouches,
        (moves, zone, at) => {
          const dueAfter = (edits: readonly Edit[]) => {
            const { values } = edits.reduce((row, edit) => applyEdit(row, edit).row, person);
            const [next, rhythm] = [jsonToNextTouch(values['next']), jsonToRhythm(values['rhythm'])];
            return findDue({ next, rhythm, touchedAt: at, zone });
          };
          const edits = moves.map(toEdit);
          expect(dueAfter([...edits].reverse())).toEqual(dueAfter(edits));
        },
      ),
    );
  });
});

describe('spread over days', () => {
  test('each has one, in their order, none before the first day, and as evenly as can be', () => {
    void fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        anyDate,
        fc.integer({ min: 1, max: 30 }),
        (count, first, days) => {
          const spread = spreadDays(count, first, days);
          expect(spread).toHaveLength(count);
          expect([...spread].sort()).toEqual(spread);
          if (count === 0) return;
          expect(spread[0]).toBe(first);
          expect(daysBetween(first, spread.at(-1) ?? '')).toBeLessThan(days);
          const perDay = [...new Set(spread)].map((day) => spread.filter((one) => one === day).length);
          expect(Math.max(...perDay)).toBe(Math.ceil(count / days));
        },
      ),
    );
  });

  test('over the whole of the days: each has one where there are enough, and none has two more than another', () => {
    void fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        anyDate,
        fc.integer({ min: 1, max: 30 }),
        (count, first, days) => {
          const spread = spreadDays(count, first, days);
          const perDay = Array.from({ length: days }, (_, day) => addDays(first, day)).map(
            (day) => spread.filter((one) => one === day).length,
          );
          expect(Math.max(...perDay) - Math.min(...perDay)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test('eight over a week: all seven days, over the year’s end', () => {
    expect(spreadDays(8, '2026-12-28', 7)).toEqual([
      '2026-12-28',
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ]);
  });

  test('three over a week are not three days in a row', () => {
    expect(spreadDays(3, '2026-12-28', 7)).toEqual(['2026-12-28', '2026-12-30', '2027-01-01']);
  });
});
