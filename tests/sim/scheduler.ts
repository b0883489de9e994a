interface ScheduledEvent {
  readonly atMs: number;
  /** Of two events at one time the one that was scheduled first comes first. */
  readonly order: number;
  run: (() => void) | undefined;
}

/** Virtual time: events in order of time, each run to the end of all that follows from it at once. */
export interface Scheduler {
  readonly nowMs: () => number;
  /** Runs once after `ms`; the answer cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Runs events until there is none, until the time is over, or until `isToStop`. */
  readonly run: (untilMs: number, isToStop: () => boolean) => Promise<void>;
  readonly countEvents: () => number;
}

/** `afterEvent` runs when everything that an event set off has gone as far as it can. */
export function createScheduler(afterEvent: () => Promise<void> | undefined): Scheduler {
  const heap: ScheduledEvent[] = [];
  let nowMs = 0;
  let order = 0;
  let events = 0;
  return {
    nowMs: () => nowMs,
    after(ms, run) {
      order += 1;
      const event: ScheduledEvent = { atMs: nowMs + ms, order, run };
      push(heap, event);
      return () => {
        event.run = undefined;
      };
    },
    async run(untilMs, isToStop) {
      for (;;) {
        const next = heap[0];
        if (next === undefined || next.atMs > untilMs || isToStop()) return;
        pop(heap);
        if (next.run === undefined) continue;
        nowMs = next.atMs;
        events += 1;
        next.run();
        await drain();
        await afterEvent();
      }
    },
    countEvents: () => events,
  };
}

/** Every promise that can go on without another event has gone on. */
const drain = () => new Promise<void>((resolve) => setImmediate(resolve));

const isBefore = (a: ScheduledEvent, b: ScheduledEvent) =>
  a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);

function push(heap: ScheduledEvent[], event: ScheduledEvent): void {
  let place = heap.length;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || isBefore(parent, event)) break;
    heap[place] = parent;
    place = above;
  }
  heap[place] = event;
}

function pop(heap: ScheduledEvent[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let place = 0;
  for (;;) {
    let below = 2 * place + 1;
    const [left, right] = [heap[below], heap[below + 1]];
    if (left === undefined) break;
    const child = right !== undefined && isBefore(right, left) ? right : left;
    if (child === right) below += 1;
    if (!isBefore(child, last)) break;
    heap[place] = child;
    place = below;
  }
  heap[place] = last;
}
