import { useLayoutEffect, useRef, useState } from 'react';

/** A function that never changes, runs the newest `run`, and starts it only when the run before has ended. */
export function useInTurn(run: () => Promise<void>): () => Promise<void> {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  const [inTurn] = useState(() => {
    let tail = Promise.resolve();
    return () => {
      tail = tail.then(() => latest.current());
      return tail;
    };
  });
  return inTurn;
}
