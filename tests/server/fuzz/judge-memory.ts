import type { FuzzOutcome } from './fuzz-server.ts';

const megabyte = 1_000_000;
/** What caches, pools and compiled code may still gain after the first third. */
const allowedHeap = 40 * megabyte;
const allowedRss = 250 * megabyte;

/** Whether memory grew with the requests, in words; undefined when it did not. */
export function judgeMemory({ early, late }: Pick<FuzzOutcome, 'early' | 'late'>): string | undefined {
  const held = ({ heapUsed, external }: FuzzOutcome['early']) => heapUsed + external;
  const inMegabytes = (bytes: number) => `${Math.round(bytes / megabyte)} MB`;
  if (held(late) - held(early) > allowedHeap) {
    return `The heap grew from ${inMegabytes(held(early))} to ${inMegabytes(held(late))}.`;
  }
  if (late.rss - early.rss > allowedRss) {
    return `The process grew from ${inMegabytes(early.rss)} to ${inMegabytes(late.rss)}.`;
  }
  return undefined;
}
