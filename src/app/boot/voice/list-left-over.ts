import type { LeftRecording, recordingQueries } from '../../../store/queries/recordings.ts';

/** Where tabs cannot hold locks, one that records gives a sign of life more often than that: a piece every 0.4 s. */
const silenceMs = 5_000;

type Queries = Pick<ReturnType<typeof recordingQueries>, 'listLeftRecordings'>;

/** Recordings whose tab is gone. */
export async function listLeftOver(
  { listLeftRecordings }: Queries,
  wait: (ms: number) => Promise<void>,
): Promise<readonly LeftRecording[]> {
  const list = () => listLeftRecordings().catch(() => []);
  const left = await list();
  if (left.length === 0) return [];
  // Asked after they were listed: a tab holds its lock before its recording can be seen, and until it is kept.
  const held = await readHeldLocks();
  if (held !== undefined) return left.filter(({ lock }) => !held.has(lock));
  await wait(silenceMs);
  const before = new Map(left.map(({ id, pieces }) => [id, pieces]));
  return (await list()).filter(({ id, pieces }) => before.get(id) === pieces);
}

/** The locks that living tabs hold; undefined where this browser has none. */
async function readHeldLocks(): Promise<ReadonlySet<string> | undefined> {
  // Absent in old browsers.
  const locks: LockManager | undefined = navigator.locks;
  const answer = await locks?.query();
  return answer && new Set((answer.held ?? []).map(({ name = '' }) => name));
}
