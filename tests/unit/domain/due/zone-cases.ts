import type { Due } from '../../../../src/domain/due/find-due.ts';
import type { FieldValues } from '../../../../src/domain/row.ts';
import { agreed, byRhythm, detroit, tokyo } from './due-case.ts';

/** Two devices that each said where the agent lives, without having heard of the other. */
export interface ZoneCase {
  readonly told: string;
  /** What each said, the earlier first. */
  readonly said: readonly [string | null, string | null];
  readonly person: FieldValues;
  /** ISO 8601, UTC. */
  readonly touchedAt: readonly string[];
  readonly due: Due | undefined;
}

const everyWeek = { rhythm: { every: 1, unit: 'week', from: '2026-11-01' } };
/** Friday evening in Detroit, Saturday noon in Tokyo. */
const late = ['2026-11-21T03:30:00Z'];

export const zoneCases: readonly ZoneCase[] = [
  {
    told: 'Detroit and then Tokyo: both count by Tokyo’s days',
    said: [detroit, tokyo],
    person: everyWeek,
    touchedAt: late,
    due: byRhythm('2026-11-28'),
  },
  {
    told: 'Tokyo and then Detroit: both count by Detroit’s days',
    said: [tokyo, detroit],
    person: everyWeek,
    touchedAt: late,
    due: byRhythm('2026-11-27'),
  },
  {
    told: 'A call agreed on for Saturday, made on Friday evening in Detroit: it stands where the agent lives there',
    said: [tokyo, detroit],
    person: { next: { on: '2026-11-21', way: 'call' } },
    touchedAt: late,
    due: agreed('2026-11-21'),
  },
  {
    told: 'The same call where the agent lives in Tokyo: it was Saturday, and it is done',
    said: [detroit, tokyo],
    person: { next: { on: '2026-11-21', way: 'call' } },
    touchedAt: late,
    due: undefined,
  },
  {
    told: 'Whoever has a zone of their own is counted by that, whatever was said of the agent’s',
    said: [detroit, tokyo],
    person: { ...everyWeek, zone: detroit },
    touchedAt: late,
    due: byRhythm('2026-11-27'),
  },
];
