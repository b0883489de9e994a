import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateIn } from '../../../../src/domain/due/calendar-date.ts';
import { nextReminder } from '../../../../src/domain/due/next-reminder.ts';

interface Case {
  readonly why: string;
  readonly zone: string;
  readonly clock: string;
  readonly now: string;
  readonly lastOn?: string;
  readonly on: string;
  readonly at: string;
}

const cases: readonly Case[] = [
  {
    why: 'later today',
    zone: 'America/Detroit',
    clock: '20:00',
    now: '2026-11-26T15:00:00Z',
    on: '2026-11-26',
    at: '2026-11-27T01:00:00Z',
  },
  {
    why: 'at the very moment, the next day',
    zone: 'America/Detroit',
    clock: '20:00',
    now: '2026-11-27T01:00:00Z',
    on: '2026-11-27',
    at: '2026-11-28T01:00:00Z',
  },
  {
    why: 'today has had one',
    zone: 'America/Detroit',
    clock: '21:00',
    now: '2026-11-27T01:30:00Z',
    lastOn: '2026-11-26',
    on: '2026-11-27',
    at: '2026-11-28T02:00:00Z',
  },
  {
    why: 'the gap in spring: as much later as was skipped',
    zone: 'America/Detroit',
    clock: '02:30',
    now: '2026-03-08T05:00:00Z',
    on: '2026-03-08',
    at: '2026-03-08T07:30:00Z',
  },
  {
    why: 'the day after the gap',
    zone: 'America/Detroit',
    clock: '02:30',
    now: '2026-03-08T08:00:00Z',
    on: '2026-03-09',
    at: '2026-03-09T06:30:00Z',
  },
  {
    why: 'the hour that comes twice in autumn: the first',
    zone: 'America/Detroit',
    clock: '01:30',
    now: '2026-11-01T04:00:00Z',
    on: '2026-11-01',
    at: '2026-11-01T05:30:00Z',
  },
  {
    why: 'between the two: the next day',
    zone: 'America/Detroit',
    clock: '01:30',
    now: '2026-11-01T05:45:00Z',
    lastOn: '2026-11-01',
    on: '2026-11-02',
    at: '2026-11-02T06:30:00Z',
  },
  {
    why: 'after both, without a word of the first',
    zone: 'America/Detroit',
    clock: '01:30',
    now: '2026-11-01T06:45:00Z',
    on: '2026-11-02',
    at: '2026-11-02T06:30:00Z',
  },
  {
    why: 'the same wall clock over the change',
    zone: 'Europe/Berlin',
    clock: '07:00',
    now: '2026-10-24T06:00:00Z',
    lastOn: '2026-10-24',
    on: '2026-10-25',
    at: '2026-10-25T06:00:00Z',
  },
  {
    why: 'half an hour of daylight saving',
    zone: 'Australia/Lord_Howe',
    clock: '02:15',
    now: '2026-10-03T13:00:00Z',
    on: '2026-10-04',
    at: '2026-10-03T15:45:00Z',
  },
  {
    why: 'midnight that daylight saving skips',
    zone: 'Africa/Cairo',
    clock: '00:30',
    now: '2026-04-23T12:00:00Z',
    on: '2026-04-24',
    at: '2026-04-23T22:30:00Z',
  },
  {
    why: 'a zone three quarters of an hour off',
    zone: 'Asia/Kathmandu',
    clock: '06:00',
    now: '2026-11-26T00:00:00Z',
    on: '2026-11-26',
    at: '2026-11-26T00:15:00Z',
  },
  {
    why: 'over the date line',
    zone: 'Pacific/Kiritimati',
    clock: '08:00',
    now: '2026-11-26T12:00:00Z',
    on: '2026-11-27',
    at: '2026-11-26T18:00:00Z',
  },
  {
    why: 'a day that a zone has left out',
    zone: 'Pacific/Apia',
    clock: '08:00',
    now: '2011-12-29T20:00:00Z',
    lastOn: '2011-12-29',
    on: '2011-12-30',
    at: '2011-12-30T18:00:00Z',
  },
  {
    why: 'a leap day',
    zone: 'UTC',
    clock: '23:59',
    now: '2028-02-28T23:59:00Z',
    on: '2028-02-29',
    at: '2028-02-29T23:59:00Z',
  },
];

it.each(cases)('$why', ({ zone, clock, now, lastOn = null, on, at }) => {
  const next = nextReminder({ zone, clock }, Date.parse(now), lastOn);
  expect({ on: next.on, at: new Date(next.atMs).toISOString() }).toEqual({
    on,
    at: new Date(at).toISOString(),
  });
});

it('one a day, each after the last, for a year of any zone', () => {
  const zones = ['America/Detroit', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Gaza', 'America/Santiago'];
  const minutes = fc.integer({ min: 0, max: 1_439 });
  const clockOf = (at: number) =>
    `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  fc.assert(
    fc.property(fc.constantFrom(...zones), minutes, fc.integer({ min: 0, max: 300 }), (zone, minute, day) => {
      const place = { zone, clock: clockOf(minute) };
      let nowMs = Date.UTC(2026, 0, 1 + day);
      let lastOn: string | null = null;
      for (let n = 0; n < 10; n += 1) {
        const next = nextReminder(place, nowMs, lastOn);
        expect(next.atMs).toBeGreaterThan(nowMs);
        expect(lastOn === null || next.on > lastOn).toBe(true);
        // A gap at midnight shows that time an hour later, on the same day.
        expect(dateIn(zone, next.atMs)).toBe(next.on);
        [nowMs, lastOn] = [next.atMs, next.on];
      }
    }),
    { numRuns: 60 },
  );
});
