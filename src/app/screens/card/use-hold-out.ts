import { useEffect, useState } from 'react';
import type { HoldOut } from '../../ports/hold-out.ts';
import { useApp } from '../../ui/use-app.ts';

/** Undefined until its code has come. */
export function useHoldOut(): HoldOut | undefined {
  const { loadHoldOut } = useApp();
  const [holdOut, setHoldOut] = useState<HoldOut>();
  useEffect(() => {
    loadHoldOut().then(setHoldOut, () => undefined);
  }, [loadHoldOut]);
  return holdOut;
}

/** Keeps the screen on while this is in sight; true while the browser does. */
export function useScreenOn(holdOut: HoldOut | undefined): boolean {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => holdOut?.keepScreenOn(setIsHeld), [holdOut]);
  return isHeld;
}
