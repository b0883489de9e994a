import type { Tab } from '../ports/tab.ts';

const prefix = 'justmet-tab-';
const storageKey = 'justmet-tab';
/** After a reload the page before may still hold the lock for a moment. */
const patienceMs = 500;

export function openTab(makeId: () => string): Tab {
  return { id: claimId(makeId), readLiveIds };
}

async function claimId(makeId: () => string): Promise<string> {
  if (!('locks' in navigator)) return 'only';
  const before = readKept();
  // A duplicated tab starts with the id of a tab that is still open: it takes another.
  if (before !== null && (await hold(before, { signal: AbortSignal.timeout(patienceMs) }))) return before;
  const id = makeId();
  // However long a busy browser takes: without its lock, others take what is typed here as left over.
  await hold(id);
  keep(id);
  return id;
}

/** Storage may be refused altogether; the tab is then a new one after each reload. */
function readKept(): string | null {
  try {
    return sessionStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function keep(id: string): void {
  try {
    sessionStorage.setItem(storageKey, id);
  } catch {
    // As above.
  }
}

/** Resolves true when the lock is ours, and keeps it until the tab is gone. */
function hold(id: string, options: LockOptions = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const keep = () => {
      resolve(true);
      return new Promise<void>(() => undefined);
    };
    navigator.locks.request(prefix + id, options, keep).catch(() => resolve(false));
  });
}

async function readLiveIds(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query().catch((): LockManagerSnapshot => ({}));
  return new Set(held.map(({ name = '' }) => name.slice(prefix.length)));
}
