/** Counts while somebody speaks, whatever is done to the wall clock. Seconds, to a tenth. */
export function startClock(): () => number {
  const startedMs = performance.now();
  return () => Math.round((performance.now() - startedMs) / 100) / 10;
}
