import { type PointerEvent, useRef, useState } from 'react';

interface Swipe {
  readonly onRight: () => void;
  readonly onLeft: () => void;
}

/** So far a thumb goes before it means something, in CSS pixels. */
const enough = 96;
/** Until then it may be a tap, or the page that is scrolled. */
const slack = 12;

/** A card that follows a thumb to the side: far enough to the right, or to the left, and it is done. Not for a mouse. */
export function useSwipe({ onRight, onLeft }: Swipe) {
  const start = useRef<{ readonly id: number; readonly x: number; readonly y: number; isSideways: boolean }>(
    undefined,
  );
  const [shift, setShift] = useState(0);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    start.current = undefined;
    const isOwn = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (event.pointerType !== 'touch' || !event.isPrimary || isOwn || isStill) return;
    start.current = { id: event.pointerId, x: event.clientX, y: event.clientY, isSideways: false };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const from = start.current;
    if (from === undefined || from.id !== event.pointerId) return;
    const [across, along] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.isSideways) {
      if (Math.abs(across) < slack) return;
      if (Math.abs(along) > Math.abs(across)) {
        start.current = undefined;
        return;
      }
      from.isSideways = true;
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    setShift(across);
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    const from = start.current;
    start.current = undefined;
    setShift(0);
    if (from === undefined || !from.isSideways || event.type === 'pointercancel') return;
    const across = event.clientX - from.x;
    if (across > enough) onRight();
    else if (across < -enough) onLeft();
  };
  return {
    shift,
    /** What letting go now would do. */
    means: shift > enough ? 'right' : shift < -enough ? 'left' : undefined,
    handlers: { onPointerDown, onPointerMove, onPointerUp: end, onPointerCancel: end },
  } as const;
}
