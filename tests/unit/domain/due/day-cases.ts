import { agreed, byRhythm, call, type DueCase, detroit, each, tokyo } from './due-case.ts';

const nothingElse: readonly DueCase[] = [
  { told: 'Nobody said anything: nothing is due', zone: detroit, due: undefined },
  {
    told: 'Nobody said anything, though they talked: nothing is due',
    zone: detroit,
    touchedAt: ['2026-11-20T15:00:00Z'],
    due: undefined,
  },
];

const aDate: readonly DueCase[] = [
  { told: 'Call on 1 December', zone: detroit, next: call('2026-12-01'), due: agreed('2026-12-01') },
  {
    told: 'A day with no way said',
    zone: detroit,
    next: { on: '2026-12-01', way: undefined },
    due: { on: '2026-12-01', way: undefined, by: 'next' },
  },
  {
    told: 'They talked before that day: the call that was agreed on still stands',
    zone: detroit,
    next: call('2026-12-01'),
    touchedAt: ['2026-11-28T15:00:00Z'],
    due: agreed('2026-12-01'),
  },
  {
    told: 'They talked on that day: it is done',
    zone: detroit,
    next: call('2026-12-01'),
    touchedAt: ['2026-12-01T15:00:00Z'],
    due: undefined,
  },
  {
    told: 'They talked the day after: it is done, late or not',
    zone: detroit,
    next: call('2026-12-01'),
    touchedAt: ['2026-12-02T15:00:00Z'],
    due: undefined,
  },
  {
    told: 'They talked at ten to midnight before that day in Detroit: the next day is still to come',
    zone: detroit,
    next: call('2026-12-01'),
    touchedAt: ['2026-12-01T04:50:00Z'],
    due: agreed('2026-12-01'),
  },
  {
    told: 'They talked ten minutes into that day in Detroit: done',
    zone: detroit,
    next: call('2026-12-01'),
    touchedAt: ['2026-12-01T05:10:00Z'],
    due: undefined,
  },
  {
    told: 'They talked in the last minute of that day in Detroit, which is the next in London: done',
    zone: detroit,
    next: call('2026-12-01'),
    touchedAt: ['2026-12-02T04:59:00Z'],
    due: undefined,
  },
  {
    told: 'Somebody in Tokyo was called on the evening before in Detroit, when it was that day in Tokyo: done',
    zone: tokyo,
    next: call('2026-12-01'),
    touchedAt: ['2026-11-30T23:00:00Z'],
    due: undefined,
  },
  {
    told: 'Somebody in Tokyo was called when it was still the day before there: stands',
    zone: tokyo,
    next: call('2026-12-01'),
    touchedAt: ['2026-11-30T14:59:00Z'],
    due: agreed('2026-12-01'),
  },
  {
    told: 'The day is years away: it stands for years',
    zone: detroit,
    next: call('2029-01-01'),
    touchedAt: ['2026-12-01T15:00:00Z', '2028-12-31T15:00:00Z'],
    due: agreed('2029-01-01'),
  },
  {
    told: 'Of several touches the latest counts, in whatever order they came',
    zone: detroit,
    next: call('2026-12-01'),
    touchedAt: ['2026-12-03T15:00:00Z', '2026-10-01T15:00:00Z', '2026-11-20T15:00:00Z'],
    due: undefined,
  },
  {
    told: 'They talked, and a new day was agreed on afterwards: the new day stands',
    zone: detroit,
    next: call('2026-12-15'),
    touchedAt: ['2026-12-01T15:00:00Z'],
    due: agreed('2026-12-15'),
  },
  {
    told: 'On New Year’s Eve late at night: the first of January is still to come',
    zone: detroit,
    next: call('2027-01-01'),
    touchedAt: ['2027-01-01T04:59:59Z'],
    due: agreed('2027-01-01'),
  },
  {
    told: 'When the year has turned: done',
    zone: detroit,
    next: call('2027-01-01'),
    touchedAt: ['2027-01-01T05:00:00Z'],
    due: undefined,
  },
  {
    told: 'A leap day as the day agreed on',
    zone: detroit,
    next: call('2028-02-29'),
    touchedAt: ['2028-02-28T17:00:00Z'],
    due: agreed('2028-02-29'),
  },
  {
    told: 'A touch whose time nobody can read is none',
    zone: detroit,
    next: call('2026-12-01'),
    touchedAt: ['yesterday', ''],
    due: agreed('2026-12-01'),
  },
];

const both: readonly DueCase[] = [
  {
    told: 'Call on 1 December, then every six weeks: first the call',
    zone: detroit,
    next: call('2026-12-01'),
    rhythm: each(6, 'week', '2026-11-22'),
    due: agreed('2026-12-01'),
  },
  {
    told: 'The call was made on its day: six weeks from it',
    zone: detroit,
    next: call('2026-12-01'),
    rhythm: each(6, 'week', '2026-11-22'),
    touchedAt: ['2026-12-01T15:00:00Z'],
    due: byRhythm('2027-01-12'),
  },
  {
    told: 'The call was made three days late: six weeks from when it was made',
    zone: detroit,
    next: call('2026-12-01'),
    rhythm: each(6, 'week', '2026-11-22'),
    touchedAt: ['2026-12-04T15:00:00Z'],
    due: byRhythm('2027-01-15'),
  },
  {
    told: 'A text before that day: the call still stands, and the rhythm waits behind it',
    zone: detroit,
    next: call('2026-12-01'),
    rhythm: each(1, 'week', '2026-11-22'),
    touchedAt: ['2026-11-23T15:00:00Z'],
    due: agreed('2026-12-01'),
  },
  {
    told: 'The day agreed on is later than the rhythm’s: the day agreed on',
    zone: detroit,
    next: call('2027-06-01'),
    rhythm: each(2, 'week', '2026-11-22'),
    touchedAt: ['2026-11-23T15:00:00Z'],
    due: agreed('2027-06-01'),
  },
  {
    told: 'The day agreed on is long over and answered: the rhythm from the last touch',
    zone: detroit,
    next: call('2025-12-01'),
    rhythm: each(3, 'month', '2025-11-22'),
    touchedAt: ['2025-12-01T15:00:00Z', '2026-10-15T15:00:00Z'],
    due: byRhythm('2027-01-15'),
  },
  {
    told: 'A rhythm said after the call was made: it counts from when it was said',
    zone: detroit,
    next: call('2026-12-01'),
    rhythm: each(1, 'month', '2026-12-20'),
    touchedAt: ['2026-12-01T15:00:00Z'],
    due: byRhythm('2027-01-20'),
  },
  {
    told: 'Somebody who moved to Tokyo: the same touch is on the next day there, and answers that day',
    zone: tokyo,
    next: call('2026-12-02'),
    rhythm: each(1, 'week', '2026-11-01'),
    touchedAt: ['2026-12-01T16:00:00Z'],
    due: byRhythm('2026-12-09'),
  },
  {
    told: 'Before they moved, in Detroit, that touch came a day too early for it',
    zone: detroit,
    next: call('2026-12-02'),
    rhythm: each(1, 'week', '2026-11-01'),
    touchedAt: ['2026-12-01T16:00:00Z'],
    due: agreed('2026-12-02'),
  },
];

/** A day that was agreed on, with a rhythm behind it or none. */
export const dayCases: readonly DueCase[] = [...nothingElse, ...aDate, ...both];

