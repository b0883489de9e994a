import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from './after-paint.ts';

/** False until the first frame of it is on the screen: what is below that frame is drawn then. */
export function useIsPainted(): boolean {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => afterPaint(() => startTransition(() => setIsPainted(true))), []);
  return isPainted;
}
