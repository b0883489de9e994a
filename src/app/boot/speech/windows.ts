import { sampleRate } from './worker-messages.ts';

/** Whisper hears so much at once; windows overlap, so that no word is cut. */
export const windowSeconds = 30;
export const overlapSeconds = 5;

/** How many windows a recording of so many samples takes. */
export function countWindows(samples: number): number {
  const window = windowSeconds * sampleRate;
  const step = (windowSeconds - 2 * overlapSeconds) * sampleRate;
  return samples <= window ? 1 : 1 + Math.ceil((samples - window) / step);
}
