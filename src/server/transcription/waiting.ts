interface Waiting {
  /** How often anybody was woken: what came after it is not slept through. */
  seen(): number;
  wake(): void;
  /** Resolves after that time, when somebody wakes, or at the end; at once when somebody has since `seen`. */
  wait(seen: number, ms: number): Promise<void>;
}

/** The longest that a timer keeps. */
const maxMs = 2 ** 31 - 1;

export function waiting(end: AbortSignal): Waiting {
  const sleepers = new Set<() => void>();
  let wakes = 0;
  const wake = () => {
    wakes += 1;
    for (const rise of sleepers) rise();
  };
  end.addEventListener('abort', wake);
  return {
    seen: () => wakes,
    wake,
    wait: (seen, ms) =>
      new Promise((resolve) => {
        const rise = () => {
          clearTimeout(timer);
          sleepers.delete(rise);
          resolve();
        };
        const isOver = wakes !== seen || end.aborted;
        const timer = setTimeout(rise, isOver ? 0 : Math.min(ms, maxMs));
        sleepers.add(rise);
      }),
  };
}
