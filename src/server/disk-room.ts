import { statfs } from 'node:fs/promises';

/** With less, a database can neither write out what it holds nor make a backup of itself. */
export const leastFreeBytes = 50_000_000;

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
