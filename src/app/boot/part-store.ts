/** What is fetched when it is wanted, and kept apart from the app's own files. */
export interface PartSet {
  /** The Cache (Service Workers, 6) that keeps them, and nothing else. */
  readonly cacheName: string;
  /** On this origin. A part of another version has another address. */
  readonly addresses: readonly string[];
  /** Those that it does without: they are fetched along, and nothing waits for them. */
  readonly optional?: readonly string[];
}

export type FetchedParts = 'fetched' | 'missing-parts';

/** Whether all that it needs is kept on this device. False where the browser keeps nothing (no https). */
export async function hasAllParts({ cacheName, addresses }: PartSet): Promise<boolean> {
  if (!('caches' in globalThis)) return false;
  try {
    const kept = await caches.open(cacheName);
    const found = await Promise.all(addresses.map((address) => kept.match(address)));
    return found.every((part) => part !== undefined);
  } catch {
    return false;
  }
}

/**
 * Brings all of it to this device, and keeps it. `onProgress` is told 0 to 1. Where the browser keeps nothing, they
 * are fetched all the same, so that its own cache has them. Rejects when one does not come, or is not kept.
 */
export async function fetchAllParts(
  { cacheName, addresses, optional = [] }: PartSet,
  onProgress: (done: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<void> {
  const kept = 'caches' in globalThis ? await caches.open(cacheName) : undefined;
  let arrived = 0;
  onProgress(0);
  await Promise.all(
    addresses.map(async (address) => {
      await fetchPart(address, kept, signal);
      arrived += 1;
      onProgress(arrived / addresses.length);
    }),
  );
  await Promise.all(optional.map((address) => fetchPart(address, kept, signal).catch(() => undefined)));
  await forgetOlder(kept, [...addresses, ...optional]);
}

async function fetchPart(address: string, kept: Cache | undefined, signal: AbortSignal | undefined) {
  if ((await kept?.match(address)) !== undefined) return;
  const response = await fetch(address, signal === undefined ? {} : { signal });
  // The app answers unknown addresses with its own page: that is no part.
  const isPart = response.ok && !(response.headers.get('content-type') ?? '').startsWith('text/html');
  if (!isPart) throw new Error('A part is not there');
  await (kept === undefined ? response.arrayBuffer() : kept.put(address, response));
}

/** Parts of an earlier version only take room. */
async function forgetOlder(kept: Cache | undefined, addresses: readonly string[]): Promise<void> {
  const requests = (await kept?.keys()) ?? [];
  const older = requests.filter(({ url }) => !addresses.includes(new URL(url).pathname));
  await Promise.all(older.map((request) => kept?.delete(request)));
}
