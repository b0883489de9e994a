import { Activity, startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useRoute } from 'wouter';
import type { App } from '../../ports/app.ts';
import { afterPaint } from '../../ui/after-paint.ts';
import { Trouble } from '../../ui/Trouble.tsx';
import { useApp } from '../../ui/use-app.ts';
import { askTodayAhead } from './ask-today-ahead.ts';
import styles from './TodayAhead.module.css';
import { TodayScreen } from './TodayScreen.tsx';

/** Who has just left it may come back at once, and would find the drawing in the way. */
const leftMs = 2_000;

const drawnAhead = new WeakSet<App>();

interface TodayAheadProps {
  /** Resolves when the browser has nothing better to do. */
  readonly whenIdle: () => Promise<void>;
}

/**
 * Today, drawn and laid out behind whatever room is open, so that opening it is only showing it. Behind, it runs no
 * effect and watches nothing. It is drawn anew after each time it was left. Its place is beside the rooms: theirs are
 * thrown away when another one is opened.
 */
export function TodayAhead({ whenIdle }: TodayAheadProps) {
  const app = useApp();
  const [isHere] = useRoute('/today');
  const [wasHere, setWasHere] = useState(isHere);
  const [isLeft, setIsLeft] = useState(false);
  const [isDrawn, setIsDrawn] = useState(false);
  if (isHere !== wasHere) {
    setWasHere(isHere);
    if (wasHere) {
      setIsLeft(true);
      setIsDrawn(false);
    }
  }
  useEffect(() => {
    if (isHere || isDrawn) return;
    let isOver = false;
    const draw = async () => {
      if (isLeft) await new Promise<void>((resolve) => app.timer(resolve, leftMs));
      await askTodayAhead(app, whenIdle);
      await whenIdle();
      // At once: a tap between the wish and its drawing would find Today twice.
      if (!isOver) flushSync(() => setIsDrawn(true));
    };
    draw().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [app, isHere, isLeft, isDrawn, whenIdle]);
  return isDrawn ? <Layer app={app} isHere={isHere} /> : null;
}

/** Shown as it was drawn; what it watches is asked with the frame after that. */
function Layer({ app, isHere }: { readonly app: App; readonly isHere: boolean }) {
  const layer = useRef<HTMLDivElement>(null);
  const [isAwake, setIsAwake] = useState(false);
  useEffect(() => {
    if (!isHere) return;
    return afterPaint(() => startTransition(() => setIsAwake(true)));
  }, [isHere]);
  useLayoutEffect(() => {
    drawnAhead.add(app);
    return () => void drawnAhead.delete(app);
  }, [app]);
  useLayoutEffect(() => {
    const { current } = layer;
    if (current === null) return;
    const observer = new MutationObserver(() => layOut(current));
    observer.observe(current, { childList: true, subtree: true, attributeFilter: ['style'] });
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={layer} className={isHere ? styles.layer : `${styles.layer} ${styles.behind}`}>
      <Trouble>
        <Activity mode={isAwake ? 'visible' : 'hidden'}>
          <div className={styles.layer}>{today}</div>
        </Activity>
      </Trouble>
    </div>
  );
}

/**
 * `Activity` takes what it hides out of the layout, and the browser works out no styles for what it does not show: both
 * are half of what opening it costs. To ask where something is has them worked out.
 */
function layOut(layer: HTMLElement): void {
  const room = layer.firstElementChild;
  if (!(room instanceof HTMLElement) || room.style.display === '') return;
  room.style.removeProperty('display');
  // The last that is drawn there lies behind in all that is.
  [...room.querySelectorAll('a')].at(-1)?.getBoundingClientRect();
}

/** The same each time: showing it draws nothing anew. */
const today = <TodayScreen isAhead />;

/** Today in its place among the rooms; nothing there where it was drawn ahead. */
export function TodayRoom() {
  const app = useApp();
  const [isElsewhere] = useState(() => drawnAhead.has(app));
  return isElsewhere ? null : <TodayScreen />;
}
