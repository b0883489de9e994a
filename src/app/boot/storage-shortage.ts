/** Of the storage that the browser grants: above the first, bytes leave until the second is reached. */
const shortAbove = 0.8;
const enoughBelow = 0.7;
/** What came from the contact database to be looked at may take so much, wherever there is room. */
const maxCopyBytes = 200_000_000;

export interface Shortage {
  /** Bytes that have to leave for the storage to be enough again; 0 for none. */
  readonly wantedBytes: number;
  readonly copiesOverBytes: number;
}

/** What the browser says of its storage; nothing is short where it says nothing. */
export async function measureShortage(copyBytes: number): Promise<Shortage> {
  const copiesOverBytes = Math.max(0, copyBytes - maxCopyBytes);
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  const isShort = quota > 0 && usage > quota * shortAbove;
  return { wantedBytes: isShort ? usage - quota * enoughBelow : 0, copiesOverBytes };
}
