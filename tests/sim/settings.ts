import type { Random } from './random.ts';

/** What may go wrong in one run, and how often: probabilities in [0, 1], 0 for never. */
export interface Settings {
  readonly devices: number;
  /** What each person does, and so how long a run is. */
  readonly actions: number;
  readonly spanMs: number;
  /** How much more often than other things they do something with pictures; 0 for never. */
  readonly pictures: number;
  /** The longest that one operation of a device's database takes. */
  readonly stepMs: number;
  /** Edits a request and rows an answer, at most: small, so that there are several rounds. */
  readonly batchEdits: number;
  readonly pageRows: number;
  /** Bytes of a file in one request or answer, at most. */
  readonly partBytes: number;
  /** Of each request and of each answer. */
  readonly lost: number;
  readonly doubled: number;
  readonly slow: number;
  /** Of each action: that its tab, or the whole device, is gone some steps later. */
  readonly crash: number;
  /** Of each device: that its clock is a year off. */
  readonly wrongClock: number;
  /** Of each refusable text: that it is one that the database refuses. */
  readonly bad: number;
  /** Of each turn of fate. */
  readonly clockJump: number;
  readonly offline: number;
  readonly full: number;
  readonly sessionEnd: number;
  readonly kill: number;
  readonly backup: number;
  readonly restore: number;
  readonly wipe: number;
}

/** Each kind of mishap is absent from many runs, so that others are seen alone (swarm testing, Groce et al., 2012). */
export function drawSettings(random: Random): Settings {
  const sometimes = (most: number, share = 0.6) => (random.chance(share) ? most * random.next() : 0);
  const minutes = random.between(2, 20);
  return {
    devices: random.between(2, random.chance(0.3) ? 5 : 3),
    actions: random.between(3, 12),
    spanMs: minutes * 60_000,
    pictures: random.chance(0.7) ? random.between(1, 5) : 0,
    stepMs: random.pick([2, 10, 200]) ?? 2,
    batchEdits: random.pick([1, 2, 4, 500]) ?? 500,
    pageRows: random.pick([1, 3, 500]) ?? 500,
    partBytes: random.pick([3, 8, 500]) ?? 500,
    lost: sometimes(0.5),
    doubled: sometimes(0.4),
    slow: sometimes(0.5),
    crash: sometimes(0.5),
    wrongClock: random.chance(0.5) ? 0.5 : 0,
    bad: sometimes(0.5, 0.4),
    clockJump: sometimes(1, 0.4),
    offline: sometimes(1),
    full: sometimes(1, 0.3),
    sessionEnd: sometimes(0.5, 0.3),
    kill: sometimes(1, 0.4),
    backup: 0.5,
    restore: sometimes(1, 0.4),
    wipe: sometimes(0.5, 0.3),
  };
}

/** Nothing goes wrong any more. */
export function calm(settings: Settings): Settings {
  const never = { lost: 0, doubled: 0, slow: 0, crash: 0, bad: 0 };
  return { ...settings, ...never };
}
