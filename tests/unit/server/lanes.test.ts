import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLanes } from '../../../src/server/reminders/lanes.ts';

const limits = { perHost: 4, inAll: 10, slowMs: 1_000, slow: 3 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(answered: (job: string) => Promise<'answered' | 'trouble'>) {
  const begun: string[] = [];
  const broken: string[] = [];
  let rooms = 0;
  const lanes = createLanes<string>({
    hostOf: (job) => job.split('/')[0] ?? '',
    run: (job, signal) => {
      begun.push(job);
      const end = new Promise<'trouble'>((resolve) => {
        signal.addEventListener('abort', () => {
          broken.push(job);
          resolve('trouble');
        });
      });
      return Promise.race([answered(job), end]);
    },
    onRoom: () => {
      rooms += 1;
    },
    limits,
  });
  return { lanes, begun, broken, rooms: () => rooms };
}

const never = () => new Promise<never>(() => undefined);
const jobs = (host: string, count: number) => Array.from({ length: count }, (_, n) => `${host}/${n}`);

it('takes lanes in turn, so many of a host and so many in all', async () => {
  const { lanes, begun } = open(never);
  lanes.add([...jobs('a', 6), ...jobs('b', 6), ...jobs('c', 6)]);
  expect(begun.join(' ')).toBe('a/0 b/0 c/0 a/1 b/1 c/1 a/2 b/2 c/2 a/3');
});

it('what is slow leaves its lane, and of too many slow ones the longest is broken off', async () => {
  const { lanes, begun, broken } = open(never);
  lanes.add(jobs('a', 8));
  expect(begun).toHaveLength(4);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(begun).toHaveLength(8);
  expect(broken).toEqual(['a/0']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(broken).toEqual(['a/0', 'a/1', 'a/2', 'a/3', 'a/4']);
});

it('a host of which nothing comes gets few, until it answers', async () => {
  let outcome: 'answered' | 'trouble' = 'trouble';
  const { lanes, begun } = open(async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    return outcome;
  });
  lanes.add(jobs('a', 20));
  await vi.advanceTimersByTimeAsync(10);
  // The first three make room before the fourth tells that nothing comes of any.
  expect(begun).toHaveLength(4 + 3);
  await vi.advanceTimersByTimeAsync(10);
  expect(begun).toHaveLength(7 + 2);
  await vi.advanceTimersByTimeAsync(10);
  expect(begun).toHaveLength(9 + 2);
  outcome = 'answered';
  await vi.advanceTimersByTimeAsync(10);
  expect(begun).toHaveLength(11 + 3 + 1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(begun).toHaveLength(20);
});

it('asks for more once half of what waits has begun', async () => {
  const { lanes, rooms } = open(async () => 'answered');
  expect(lanes.room('a')).toBe(8);
  lanes.add(jobs('a', 8));
  expect([lanes.room('a'), lanes.full(), rooms()]).toEqual([0, ['a'], 0]);
  await vi.advanceTimersByTimeAsync(0);
  expect([lanes.room('a'), lanes.full(), rooms()]).toEqual([8, [], 1]);
});

it('at the end gives back what has not begun, and breaks off what takes too long', async () => {
  const { lanes, broken } = open(never);
  lanes.add(jobs('a', 6));
  const closed = lanes.close(500);
  await vi.advanceTimersByTimeAsync(500);
  expect(await closed).toEqual(['a/4', 'a/5']);
  expect(broken).toHaveLength(4);
});
