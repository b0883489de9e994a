import { useEffect, useState } from 'react';
import { useApp } from '../use-app.ts';

/** Where a tap has led to nothing that hides the page, as on a computer: after so long somebody is back. */
const stayedMs = 2_500;

interface Away {
  readonly isAway: boolean;
  /** True from the first coming back on. */
  readonly isBack: boolean;
  readonly leave: () => void;
}

/** From a tap that leads to another app until somebody is back: nothing is asked under a finger that leaves. */
export function useAway(): Away {
  const { timer } = useApp();
  const [state, setState] = useState<'here' | 'away' | 'back'>('here');
  const isAway = state === 'away';
  useEffect(() => {
    if (!isAway) return;
    const look = () => {
      if (document.visibilityState === 'visible') setState('back');
    };
    document.addEventListener('visibilitychange', look);
    const stop = timer(look, stayedMs);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', look);
    };
  }, [isAway, timer]);
  return { isAway, isBack: state === 'back', leave: () => setState('away') };
}
