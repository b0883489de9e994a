import { useEffect, useState } from 'react';
import type { HoldOut } from '../../ports/hold-out.ts';

/** Keeps the screen on while this is in sight; true while the browser does. */
export function useScreenOn({ keepScreenOn }: HoldOut): boolean {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => keepScreenOn(setIsHeld), [keepScreenOn]);
  return isHeld;
}
