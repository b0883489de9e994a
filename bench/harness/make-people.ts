import { v7 } from 'uuid';
import type { Edit } from '../../src/domain/row.ts';
import { type ClockReading, readingToStamp, tickClock } from '../../src/domain/stamp.ts';
import { tagColours } from '../../src/domain/table-words.ts';

export interface MadePeople {
  /** As the app's own actions would have left them in the outbox, oldest first. */
  readonly edits: readonly MadeEdit[];
  readonly device: string;
  readonly clock: ClockReading;
}

export interface MadeEdit {
  readonly edit: Edit;
  readonly subject: string;
}

interface PeopleWanted {
  readonly people: number;
  readonly notesEach: number;
  /** Accounts on networks, each with its address. */
  readonly handlesEach?: number;
  /** Everybody but today's was looked at; one in five has a rhythm, one in twenty a day, one in three a detail and a touch. */
  readonly arePlanned?: boolean;
  /** The same seed makes the same people. */
  readonly seed?: number;
}

const metToday = 10;
const minuteMs = 60_000;
const lookBackMs = 2 * 365 * 86_400_000;
const occasionCount = 12;
const device = 'bench00000';
const firstNames = words(
  'Dana Priya José Terrence Luis Amir Jo Sofia Wei Amara Olek Hanna Ravi Chloe Marcus Yuki',
);
const lastNames = words(
  'Ruiz Venkat Núñez Moore Garza Saleh Kowalski Okafor Chen Lindqvist Baker Haddad Novak Reyes',
);
const trades = words(
  'Bakery Roofing Realty Dental Law Design Coffee Motors Florist Plumbing Studio Farms Lending',
);
const streets = words(
  'Fourth Mill Oak Harbor Lake Main Cedar Union Water Grand Elm Division Monroe Front State',
);
const networks = words('instagram facebook linkedin');
const talk = words(
  'runs moved from Lansing with two kids and a beagle renting for now wants yard by spring restores old radios ' +
    'likes hiking asked about Oak knows everybody at the chamber coffee next week has a boat sings in choir',
);

/** Ten people met in the last ten minutes, the others evenly over the two years before: the start screen's part never grows. */
export function makePeople({
  people,
  notesEach,
  handlesEach = 0,
  arePlanned = false,
  seed = 1,
}: PeopleWanted): MadePeople {
  const random = makeRandom(seed);
  const now = Date.now();
  const edits: MadeEdit[] = [];
  let clock: ClockReading | undefined;
  const add = (ms: number, subject: string, edit: Omit<Edit, 'stamp'>) => {
    clock = tickClock(clock, ms);
    edits.push({ edit: { ...edit, stamp: readingToStamp(clock, device) }, subject });
  };
  const idAt = (ms: number) => v7({ msecs: ms, random: Uint8Array.from({ length: 16 }, () => random(256)) });
  const start = now - lookBackMs;
  const occasions = Array.from({ length: occasionCount }, (_, index) => {
    const id = idAt(start + index);
    const colour = tagColours[index % tagColours.length] ?? 'blue';
    add(start + index, id, {
      table: 'occasion',
      id,
      values: { name: `${pick(streets, random)} mixer`, colour },
    });
    return id;
  });
  for (let index = 0; index < people; index++) {
    const ms = metAtMs(index, people, now);
    const id = idAt(ms);
    const isOld = index < people - metToday;
    const values = {
      ...personValues(ms, occasions, random),
      ...handleValues(handlesEach, random),
      ...(arePlanned && isOld && planValues(index, ms, now)),
    };
    add(ms, id, { table: 'person', id, values });
    if (arePlanned && isOld && index % 3 === 0) {
      const at = new Date(Math.min(now, ms + 3 * 86_400_000)).toISOString();
      const touch = { person: id, way: 'text', about: '', at };
      add(ms + notesEach + 1, id, { table: 'touch', id: idAt(ms + notesEach + 1), values: touch });
    }
    for (let note = 1; note <= notesEach; note++) {
      const writtenAt = new Date(ms + note * 60_000).toISOString();
      const noted = { person: id, text: sentence(random), writtenAt };
      add(ms + note, id, { table: 'note', id: idAt(ms + note), values: noted });
    }
  }
  return { edits, device, clock: clock ?? { ms: now, counter: 0 } };
}

function metAtMs(index: number, people: number, now: number): number {
  const before = Math.max(0, people - metToday);
  if (index >= before) return now - minuteMs * (people - index);
  return Math.floor(now - 2 * 86_400_000 - lookBackMs * 0.99 * (1 - index / before));
}

type Random = (below: number) => number;

function personValues(ms: number, occasions: readonly string[], random: Random): Edit['values'] {
  const first = pick(firstNames, random);
  const last = pick(lastNames, random);
  const line = `${random(9_000_000) + 1_000_000}`;
  const company = `${pick(streets, random)} Street ${pick(trades, random)}`;
  const host = company.toLowerCase().replaceAll(' ', '');
  return {
    metAt: new Date(ms).toISOString(),
    name: `${first} ${last}`,
    company,
    [`phone/${shortId(random)}`]: {
      typed: `(231) ${line.slice(0, 3)}-${line.slice(3)}`,
      e164: `+1231${line}`,
    },
    [`email/${shortId(random)}`]: { typed: `${first}.${last}@${host}.example`.toLowerCase() },
    occasion: pick(occasions, random),
  };
}

function planValues(index: number, ms: number, now: number): Edit['values'] {
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  return {
    lookedAt: new Date(ms + 3_600_000).toISOString(),
    ...(index % 5 === 0 && { rhythm: { every: 6, unit: 'week', from: dayOf(ms) } }),
    ...(index % 20 === 7 && { next: { on: dayOf(now + ((index % 60) - 10) * 86_400_000), way: 'call' } }),
    ...(index % 3 === 0 && {
      [`detail/detail${index.toString(36).padStart(6, '0')}`]: { kind: 'pets', text: 'Has a beagle' },
    }),
  };
}

function handleValues(count: number, random: Random): Edit['values'] {
  if (count === 0) return {};
  const name = `${pick(firstNames, random)}${pick(lastNames, random)}${random(100)}`.toLowerCase();
  const handles = networks.slice(0, count).map((network) => {
    const url = `https://www.${network}.com/${name}`;
    return [`handle/${shortId(random)}`, { typed: `${network}.com/${name}`, network, url }] as const;
  });
  return Object.fromEntries(handles);
}

function sentence(random: Random): string {
  return Array.from({ length: 14 }, () => pick(talk, random)).join(' ');
}

function shortId(random: Random): string {
  return Array.from({ length: 8 }, () => random(36).toString(36)).join('');
}

function pick(list: readonly string[], random: Random): string {
  return list[random(list.length)] ?? '';
}

function words(text: string): string[] {
  return text.split(' ');
}

/** mulberry32: small, even, and the same on every machine. */
function makeRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
