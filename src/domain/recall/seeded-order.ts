/** The same order for the same seed, on every device, whatever order they come in. */
export function seededOrder<T>(items: readonly T[], seed: string, keyOf: (item: T) => string): T[] {
  const places = items.map((item) => ({ item, key: keyOf(item), place: hashText(`${seed} ${keyOf(item)}`) }));
  places.sort((a, b) => a.place - b.place || (a.key < b.key ? -1 : 1));
  return places.map(({ item }) => item);
}

/** FNV-1a, 32 bits, with a last stir (MurmurHash3's finaliser): what differs by its end alone lies far apart, too. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
