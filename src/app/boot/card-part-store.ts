import { accentPartAddress, cardPartAddresses, cardPartsCache } from '../../device/card-parts.ts';
import { type FetchedParts, fetchAllParts, hasAllParts, type PartSet } from './part-store.ts';

const cardPartSet: PartSet = {
  cacheName: cardPartsCache,
  addresses: cardPartAddresses(),
  optional: [accentPartAddress],
};

/** Whether all that reads a card is kept on this device. False where the browser keeps nothing (no https). */
export function hasParts(): Promise<boolean> {
  return hasAllParts(cardPartSet);
}

/** Whether what sees accents is kept as well: a device that fetched the rest before has it with the next signal. */
export function hasAccentPart(): Promise<boolean> {
  return hasAllParts({ cacheName: cardPartsCache, addresses: [accentPartAddress] });
}

/** Brings all that reads a card to this device, and keeps it: about 4.5 MB over the wire. Never rejects. */
export async function fetchParts(
  onProgress?: (done: number) => void,
  signal?: AbortSignal,
): Promise<FetchedParts> {
  try {
    await fetchAllParts(cardPartSet, onProgress, signal);
    return 'fetched';
  } catch {
    return 'missing-parts';
  }
}
