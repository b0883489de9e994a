import type { Lock } from '../sync/ports.ts';

const lockName = 'justmet-sync';

/** One sender over all tabs and the worker (sync.md S-17); without Web Locks, one in each. */
export function webLock(): Lock {
  if (!('locks' in navigator)) return (run) => run();
  return (run) => navigator.locks.request(lockName, run);
}
