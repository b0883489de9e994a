/** How much goes on at a time. */
export interface LaneLimits {
  /** To one host, and to all. */
  readonly perHost: number;
  readonly inAll: number;
  /** What takes longer than that makes room for others, in milliseconds. */
  readonly slowMs: number;
  /** How many may take longer; the longest of more is broken off. */
  readonly slow: number;
}

export const usualLimits: LaneLimits = { perHost: 40, inAll: 300, slowMs: 2_000, slow: 300 };

/** So many go to a host of which the last few came to nothing. */
const troubledPerHost = 2;
const troublesInARow = 4;

interface LaneOptions<Job> {
  readonly hostOf: (job: Job) => string;
  /** Resolves with whether the host has answered. Must not reject. */
  readonly run: (job: Job, signal: AbortSignal) => Promise<'answered' | 'trouble'>;
  /** There is room again for a host. */
  readonly onRoom: () => void;
  readonly limits: LaneLimits;
}

export interface Lanes<Job> {
  add(jobs: readonly Job[]): void;
  /** How many more jobs of a host are to be added; 0 while it has enough. */
  room(host: string): number;
  /** Hosts that have no room. */
  full(): string[];
  /** What has not begun; nothing begins any more. Resolves when nothing runs, or after that time with it broken off. */
  close(patienceMs: number): Promise<readonly Job[]>;
}

interface Lane<Job> {
  readonly waiting: Job[];
  running: number;
  troubles: number;
}

/**
 * Runs jobs side by side, each host in a lane of its own and the lanes in turn: none waits for another's, however long
 * that takes. What is slow leaves its lane after a moment, so that one endpoint does not hold up others at its host.
 */
export function createLanes<Job>({ hostOf, run, onRoom, limits }: LaneOptions<Job>): Lanes<Job> {
  const lanes = new Map<string, Lane<Job>>();
  const slow = new Set<AbortController>();
  const all = new Set<AbortController>();
  let [running, isClosed] = [0, false];
  let onIdle = () => {};

  const mostOf = ({ troubles }: Lane<Job>) => (troubles < troublesInARow ? limits.perHost : troubledPerHost);

  function makeSlow(stop: AbortController, leave: () => void): void {
    leave();
    slow.add(stop);
    const [longest] = slow;
    if (slow.size > limits.slow) longest?.abort();
    pump();
  }

  function begin(host: string, lane: Lane<Job>, job: Job): void {
    const stop = new AbortController();
    let isInLane = true;
    const leave = () => {
      if (!isInLane) return;
      isInLane = false;
      lane.running -= 1;
      running -= 1;
    };
    lane.running += 1;
    running += 1;
    all.add(stop);
    const slowly = setTimeout(() => makeSlow(stop, leave), limits.slowMs);
    void run(job, stop.signal).then((outcome) => {
      clearTimeout(slowly);
      leave();
      slow.delete(stop);
      all.delete(stop);
      lane.troubles = outcome === 'answered' ? 0 : lane.troubles + 1;
      if (lane.running === 0 && lane.waiting.length === 0 && lane.troubles === 0) lanes.delete(host);
      pump();
      if (all.size === 0) onIdle();
    });
  }

  /** One of each lane in turn, as long as there is room. */
  function pump(): void {
    while (!isClosed && beginOneEach()) {
      // Until no lane has more to begin.
    }
  }

  function beginOneEach(): boolean {
    let hasBegun = false;
    for (const [host, lane] of lanes) {
      if (running >= limits.inAll || lane.running >= mostOf(lane)) continue;
      const job = lane.waiting.shift();
      if (job === undefined) continue;
      begin(host, lane, job);
      hasBegun = true;
      if (lane.waiting.length === enough(lane)) onRoom();
    }
    return hasBegun;
  }

  /** More are not asked for before so few wait: each time is a query. */
  const enough = (lane: Lane<Job>) => Math.floor(mostOf(lane) / 2);

  function roomOf(lane: Lane<Job> | undefined): number {
    if (lane === undefined) return 2 * limits.perHost;
    return lane.waiting.length > enough(lane) ? 0 : 2 * mostOf(lane) - lane.waiting.length;
  }

  return {
    add(jobs) {
      for (const job of jobs) {
        const host = hostOf(job);
        const lane = lanes.get(host) ?? { waiting: [], running: 0, troubles: 0 };
        lanes.set(host, lane);
        lane.waiting.push(job);
      }
      pump();
    },
    room: (host) => roomOf(lanes.get(host)),
    full: () => [...lanes].flatMap(([host, lane]) => (roomOf(lane) === 0 ? host : [])),
    async close(patienceMs) {
      isClosed = true;
      const left = [...lanes.values()].flatMap(({ waiting }) => waiting.splice(0));
      if (all.size > 0) {
        const late = setTimeout(() => {
          for (const stop of all) stop.abort();
        }, patienceMs);
        await new Promise<void>((resolve) => {
          onIdle = resolve;
        });
        clearTimeout(late);
      }
      return left;
    },
  };
}
