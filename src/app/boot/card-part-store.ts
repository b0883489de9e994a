import { cardPartAddresses, cardPartsCache, cardPartsFolder } from '../../device/card-parts.ts';

export type FetchedParts = 'fetched' | 'missing-parts';

/** Whether all that reads a card is kept on this device. False where the browser keeps nothing (no https). */
export async function hasParts(): Promise<boolean> {
  if (!('caches' in globalThis)) return false;
  try {
    const kept = await caches.open(cardPartsCache);
    const found = await Promise.all(cardPartAddresses().map((address) => kept.match(address)));
    return found.every((part) => part !== undefined);
  } catch {
    return false;
  }
}

/**
 * Brings all that reads a card to this device, and keeps it: about 4.1 MB over the wire. `onProgress` is told 0 to 1.
 * Where the browser keeps nothing, they are fetched all the same, so that its own cache has them. Never rejects.
 */
export async function fetchParts(
  onProgress: (done: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<FetchedParts> {
  try {
    const kept = 'caches' in globalThis ? await caches.open(cardPartsCache) : undefined;
    const addresses = cardPartAddresses();
    let arrived = 0;
    onProgress(0);
    await Promise.all(
      addresses.map(async (address) => {
        await fetchPart(address, kept, signal);
        arrived += 1;
        onProgress(arrived / addresses.length);
      }),
    );
    await forgetOlder(kept);
    return 'fetched';
  } catch {
    return 'missing-parts';
  }
}

async function fetchPart(address: string, kept: Cache | undefined, signal: AbortSignal | undefined) {
  if ((await kept?.match(address)) !== undefined) return;
  const response = await fetch(address, signal === undefined ? {} : { signal });
  // The app answers unknown addresses with its own page: that is no part.
  const isPart = response.ok && !(response.headers.get('content-type') ?? '').startsWith('text/html');
  if (!isPart) throw new Error('A part of card reading is not there');
  await (kept === undefined ? response.arrayBuffer() : kept.put(address, response));
}

/** Parts of an earlier version only take room. */
async function forgetOlder(kept: Cache | undefined): Promise<void> {
  const requests = (await kept?.keys()) ?? [];
  const older = requests.filter(({ url }) => !new URL(url).pathname.startsWith(cardPartsFolder));
  await Promise.all(older.map((request) => kept?.delete(request)));
}
