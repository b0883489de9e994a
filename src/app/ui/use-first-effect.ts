import { useEffect, useRef } from 'react';

/** Runs it once: other effects run again when a room that was kept behind another is shown again. */
export function useFirstEffect(run: () => void): void {
  const hasRun = useRef(false);
  useEffect(() => {
    if (hasRun.current) return;
    hasRun.current = true;
    run();
  });
}
