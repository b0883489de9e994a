import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useApp } from '../../../ui/use-app.ts';
import styles from './HoldButton.module.css';

interface HoldButtonProps {
  readonly children: string;
  readonly onHeld: () => void;
}

/** Too long for a tap, and short enough to wait for. The bar in the style sheet runs as long. */
const holdMs = 1_500;

/** A button that acts only when it is pressed and held, by a finger or by Enter and Space; a bar shows how far it is. */
export function HoldButton({ children, onHeld }: HoldButtonProps) {
  const { timer } = useApp();
  const [isHeld, setIsHeld] = useState(false);
  const cancel = useRef<() => void>(undefined);
  useEffect(() => () => cancel.current?.(), []);
  const press = () => {
    if (cancel.current !== undefined) return;
    setIsHeld(true);
    cancel.current = timer(() => {
      letGo();
      onHeld();
    }, holdMs);
  };
  const letGo = () => {
    cancel.current?.();
    cancel.current = undefined;
    setIsHeld(false);
  };
  const pressKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (!event.repeat) press();
  };
  const pressPointer = (event: PointerEvent) => {
    if (event.isPrimary && event.button === 0) press();
  };
  return (
    <button
      type="button"
      className={styles.hold}
      data-held={isHeld ? '' : undefined}
      onPointerDown={pressPointer}
      onPointerUp={letGo}
      onPointerLeave={letGo}
      onPointerCancel={letGo}
      onKeyDown={pressKey}
      onKeyUp={letGo}
      onBlur={letGo}
      onContextMenu={(event) => event.preventDefault()}
    >
      {children}
    </button>
  );
}
