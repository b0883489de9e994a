/** Numbers that look random and depend on the seed alone. */
export interface Random {
  /** In [0, 1). */
  readonly next: () => number;
  /** A whole number in [0, below). */
  readonly below: (below: number) => number;
  /** A whole number in [least, most]. */
  readonly between: (least: number, most: number) => number;
  readonly chance: (probability: number) => boolean;
  /** Undefined for an empty list. */
  readonly pick: <T>(list: readonly T[]) => T | undefined;
  readonly bytes: (length: number) => Uint8Array;
}

/** Mulberry32, by Tommy Ettinger (public domain): one 32-bit word of state, good enough to draw accidents with. */
export function createRandom(seed: number): Random {
  // Neighbouring seeds start far apart.
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)],
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  };
}

/** A UUID of version 4. */
export function drawUuid(random: Random): string {
  const hex = (length: number) => Array.from({ length }, () => random.below(16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
}
