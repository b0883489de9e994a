import type { Hasher } from '../store/file-cache.ts';

/** The hasher for pages, which bring it when it is wanted. The worker is one file and imports it as it is. */
export async function loadHasher(): Promise<() => Hasher> {
  return (await import('./create-hasher.ts')).createHasher;
}
