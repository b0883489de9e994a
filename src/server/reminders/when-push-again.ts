const second = 1_000;
const firstWaitMs = 15 * second;
const longestWaitMs = 900 * second;

interface Tries {
  /** This one included. */
  readonly attempts: number;
  /** As the answer says it (RFC 9110, 10.2.3): seconds, or a date. */
  readonly retryAfter: string | undefined;
  readonly nowMs: number;
  /** From 0 to 1. */
  readonly random: number;
}

/** How long a reminder waits that was not taken, in milliseconds: longer each time, and not before it was asked for. */
export function whenPushAgain({ attempts, retryAfter, nowMs, random }: Tries): number {
  const growing = Math.min(firstWaitMs * 2 ** Math.min(attempts - 1, 20), longestWaitMs);
  return Math.round(
    Math.max(growing * (0.5 + random / 2), readRetryAfter(retryAfter, nowMs) + random * second),
  );
}

function readRetryAfter(given: string | undefined, nowMs: number): number {
  const text = given?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * second;
  const ms = /^[A-Z][a-z]+,? /.test(text) ? Date.parse(text) - nowMs : 0;
  return Number.isNaN(ms) ? 0 : Math.max(ms, 0);
}
