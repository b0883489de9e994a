import {
  Activity,
  type ReactNode,
  startTransition,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { useRoute } from 'wouter';
import type { App } from '../../ports/app.ts';
import { afterPaint } from '../../ui/after-paint.ts';
import { Trouble } from '../../ui/Trouble.tsx';
import { useApp, useSignal } from '../../ui/use-app.ts';
import { usePeopleMetToday } from '../../ui/use-people-met-today.ts';
import { askTodayAhead } from './ask-today-ahead.ts';
import styles from './TodayAhead.module.css';
import { Today, TodayScreen } from './TodayScreen.tsx';

/** Who has just left it may come back at once, and would find the drawing in the way. */
const leftMs = 2_000;

/** Whose Today is in the page, whole: React draws what is hidden some time after the wish. */
const drawnAhead = new WeakSet<App>();

interface TodayAheadProps {
  /** Resolves when the browser has nothing better to do. */
  readonly whenIdle: () => Promise<void>;
}

/**
 * Today, drawn and laid out behind whatever room is open, so that opening it is only showing it. Behind, it runs no
 * effect and watches nothing; who was met is handed in. It is drawn anew on another day, and after each time it was
 * left. Its place is beside the rooms: theirs are thrown away when another one is opened.
 */
export function TodayAhead({ whenIdle }: TodayAheadProps) {
  const app = useApp();
  const day = useSignal(app.today);
  const met = usePeopleMetToday();
  const [isHere] = useRoute('/today');
  const [wasHere, setWasHere] = useState(isHere);
  const [isLeft, setIsLeft] = useState(false);
  const [drawnOn, setDrawnOn] = useState<number>();
  const isNews = isHere !== wasHere;
  if (isNews) setWasHere(isHere);
  if (isNews && wasHere) setIsLeft(true);
  const isUseless = isHere ? isNews && !drawnAhead.has(app) : isNews || drawnOn !== day;
  if (drawnOn !== undefined && isUseless) setDrawnOn(undefined);
  const isDrawn = drawnOn !== undefined;
  useEffect(() => {
    if (isHere || isDrawn) return;
    let isOver = false;
    let stop = () => {};
    const draw = async () => {
      if (isLeft)
        await new Promise<void>((resolve) => {
          stop = app.timer(resolve, leftMs);
        });
      await askTodayAhead(app, whenIdle);
      await whenIdle();
      // At once: a tap between the wish and its drawing would find Today twice.
      if (!isOver) flushSync(() => setDrawnOn(day));
    };
    draw().catch(() => undefined);
    return () => {
      isOver = true;
      stop();
    };
  }, [app, day, isHere, isLeft, isDrawn, whenIdle]);
  // The same while nobody is met: showing it draws nothing anew.
  const today = useMemo(() => <Today met={met} isAhead />, [met]);
  if (!isDrawn) return null;
  return (
    <Layer app={app} isHere={isHere}>
      {today}
    </Layer>
  );
}

interface LayerProps {
  readonly app: App;
  readonly isHere: boolean;
  readonly children: ReactNode;
}

/** Shown as it was drawn; it awakes, and asks what it watches, with the frame after that, or at a touch. */
function Layer({ app, isHere, children }: LayerProps) {
  const layer = useRef<HTMLDivElement>(null);
  const [isAwake, setIsAwake] = useState(false);
  useEffect(() => {
    if (!isHere) return;
    return afterPaint(() => startTransition(() => setIsAwake(true)));
  }, [isHere]);
  useLayoutEffect(() => {
    const { current } = layer;
    if (current === null) return;
    const observer = new MutationObserver(() => {
      if (layOut(current)) drawnAhead.add(app);
      else drawnAhead.delete(app);
    });
    observer.observe(current, { childList: true, subtree: true, attributeFilter: ['style'] });
    return () => {
      observer.disconnect();
      drawnAhead.delete(app);
    };
  }, [app]);
  return (
    <div
      ref={layer}
      className={isHere ? styles.layer : `${styles.layer} ${styles.behind}`}
      // Unlike `inert` it changes no styles.
      aria-hidden={!isHere}
      data-awake={isAwake || undefined}
      onPointerDownCapture={() => setIsAwake(true)}
    >
      <Trouble>
        <Activity mode={isAwake ? 'visible' : 'hidden'}>
          <div className={styles.layer}>{children}</div>
        </Activity>
      </Trouble>
    </div>
  );
}

/**
 * `Activity` takes what it hides out of the layout, and the browser works out no styles for what it does not show: both
 * are half of what opening it costs. To ask where something is has them worked out. False where no room is there.
 */
function layOut(layer: HTMLElement): boolean {
  const room = layer.firstElementChild;
  if (!(room instanceof HTMLDivElement)) return false;
  if (room.style.display !== '') {
    room.style.removeProperty('display');
    // The last that is drawn there lies behind in all that is.
    [...room.querySelectorAll('a')].at(-1)?.getBoundingClientRect();
  }
  return true;
}

/** Today in its place among the rooms; nothing there where it was drawn ahead. */
export function TodayRoom() {
  const app = useApp();
  const [isElsewhere] = useState(() => drawnAhead.has(app));
  return isElsewhere ? null : <TodayScreen />;
}
