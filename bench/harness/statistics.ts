export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** Linear between the two nearest values; NaN of nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (percent / 100) * (sorted.length - 1);
  const low = sorted[Math.floor(rank)] ?? Number.NaN;
  const high = sorted[Math.ceil(rank)] ?? Number.NaN;
  return low + (high - low) * (rank - Math.floor(rank));
}

/** Of the two sides' medians, taken in one run. */
export function ratio(side: readonly number[], against: readonly number[]): number {
  return median(side) / median(against);
}

/** The same parts in another order each round, so that none is always the first or the last. */
export function turned<T>(parts: readonly T[], round: number): T[] {
  const first = round % parts.length;
  return [...parts.slice(first), ...parts.slice(0, first)];
}
