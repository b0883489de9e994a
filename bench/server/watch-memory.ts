import { readFileSync } from 'node:fs';

const everyMs = 50;

/** The most that a process holds in memory until it is asked, in bytes, by /proc. */
export function watchMemory(pid: number): () => number {
  let most = readMemory(pid);
  const watching = setInterval(() => {
    most = Math.max(most, readMemory(pid));
  }, everyMs);
  return () => {
    clearInterval(watching);
    return Math.max(most, readMemory(pid));
  };
}

export function readMemory(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1_024;
}
