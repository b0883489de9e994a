import { detroit, tokyo } from './due-case.ts';

/** How many days late it is; negative while it is to come. */
export interface LateCase {
  readonly told: string;
  readonly on: string;
  readonly zone: string;
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly late: number;
}

export const lateCases: readonly LateCase[] = [
  {
    told: 'Detroit, noon of the day: today',
    on: '2026-12-01',
    zone: detroit,
    now: '2026-12-01T17:00:00Z',
    late: 0,
  },
  {
    told: 'Detroit, a minute to midnight: today',
    on: '2026-12-01',
    zone: detroit,
    now: '2026-12-02T04:59:00Z',
    late: 0,
  },
  {
    told: 'Detroit, midnight: one day late',
    on: '2026-12-01',
    zone: detroit,
    now: '2026-12-02T05:00:00Z',
    late: 1,
  },
  {
    told: 'Detroit, the evening before: tomorrow',
    on: '2026-12-01',
    zone: detroit,
    now: '2026-12-01T04:59:00Z',
    late: -1,
  },
  {
    told: 'Tokyo has that day while Detroit has the one before',
    on: '2026-12-01',
    zone: tokyo,
    now: '2026-11-30T15:00:00Z',
    late: 0,
  },
  {
    told: 'Tokyo has the day after while Detroit still has that day',
    on: '2026-12-01',
    zone: tokyo,
    now: '2026-12-01T15:00:00Z',
    late: 1,
  },
  {
    told: 'Honolulu, when Tokyo is two days late',
    on: '2026-12-01',
    zone: 'Pacific/Honolulu',
    now: '2026-12-02T16:00:00Z',
    late: 1,
  },
  {
    told: 'Over the end of daylight saving: seven days are seven',
    on: '2026-10-28',
    zone: detroit,
    now: '2026-11-04T17:00:00Z',
    late: 7,
  },
  {
    told: 'Over the beginning of daylight saving, just after midnight: seven',
    on: '2026-03-04',
    zone: detroit,
    now: '2026-03-11T04:01:00Z',
    late: 7,
  },
  {
    told: 'Over a leap day: two days from 28 February to 1 March',
    on: '2028-02-28',
    zone: detroit,
    now: '2028-03-01T17:00:00Z',
    late: 2,
  },
  {
    told: 'Over the year’s end: one day',
    on: '2026-12-31',
    zone: detroit,
    now: '2027-01-01T17:00:00Z',
    late: 1,
  },
  {
    told: 'After a year away: 365 days',
    on: '2026-11-22',
    zone: detroit,
    now: '2027-11-22T17:00:00Z',
    late: 365,
  },
  {
    told: 'Samoa left out 30 December 2011: the 31st came after the 29th',
    on: '2011-12-29',
    zone: 'Pacific/Apia',
    now: '2011-12-30T11:00:00Z',
    late: 2,
  },
];
