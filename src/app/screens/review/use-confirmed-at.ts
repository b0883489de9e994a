import { useState } from 'react';
import type { DeckTag } from '../../../store/queries/review.ts';
import { useApp } from '../../ui/use-app.ts';

/**
 * When the contact database confirmed the last word about these people, milliseconds since 1970 by this device's
 * clock. Undefined while something waits, and where it was over before anybody looked: then nobody knows when.
 */
export function useConfirmedAt(tags: readonly DeckTag[] | undefined): number | undefined {
  const { nowMs } = useApp();
  const [seen, setSeen] = useState<{ readonly isWaiting: boolean; readonly atMs?: number }>();
  if (tags === undefined) return undefined;
  const isWaiting = tags.some(({ waiting }) => waiting > 0);
  if (seen?.isWaiting !== isWaiting) {
    setSeen(!isWaiting && seen !== undefined ? { isWaiting, atMs: nowMs() } : { isWaiting });
  }
  return seen?.atMs;
}
