const firstDelayMs = 2_000;
const longestDelayMs = 5 * 60_000;

/**
 * Milliseconds until the next try after `failures` in a row (1 or more): exponential with equal
 * jitter, never less than what the server asked for. `random` is in [0, 1).
 */
export function retryDelay(failures: number, random: number, retryAfterMs = 0): number {
  const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - 1));
  return Math.max(retryAfterMs, ceiling / 2 + (random * ceiling) / 2);
}
