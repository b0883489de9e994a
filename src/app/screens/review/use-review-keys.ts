import { useEffect, useEffectEvent } from 'react';
import type { Deck } from './use-deck.ts';

/** Of the one in front: J, K and the arrows step, Enter is done, L is later. A field, a button or a link has its own keys. */
export function useReviewKeys({ step, done, leave }: Deck): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target instanceof Element && event.target.closest(hasOwnKeys) !== null) return;
    const run = {
      j: () => step(1),
      arrowright: () => step(1),
      k: () => step(-1),
      arrowleft: () => step(-1),
      enter: done,
      l: leave,
    }[event.key.toLowerCase()];
    if (run === undefined || event.repeat) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

const hasOwnKeys = 'input, textarea, select, button, a, summary, [contenteditable]';
