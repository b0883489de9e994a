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

/** Who has just left it may come back at once: that finds the last drawing, and no new one being made. */
const leftMs = 2_000;

/** Whose Today is in the page, whole: React draws what is hidden some time after the wish. */
const drawnAhead = new WeakSet<App>();

interface Drawing {
  /** The day that it is of, as `app.today`. */
  readonly day: number;
  /** Not opened yet, open, or left again: then another one takes its place. */
  readonly state: 'ahead' | 'open' | 'left';
  /** Another for each. */
  readonly key: number;
}

interface TodayAheadProps {
  /** Resolves when the browser has nothing better to do. */
  readonly whenIdle: () => Promise<void>;
}

/**
 * Today, drawn and laid out behind whatever room is open, so that opening it is only showing it. Behind, it runs no
 * effect and watches nothing; who was met is handed in. It is drawn anew on another day, and when it was left for a
 * while: whoever comes back before that finds it as it was. Its place is beside the rooms: theirs are thrown away when
 * another one is opened.
 */
export function TodayAhead({ whenIdle }: TodayAheadProps) {
  const app = useApp();
  const day = useSignal(app.today);
  const met = usePeopleMetToday();
  const [isHere] = useRoute('/today');
  const [hasBeenHere, setHasBeenHere] = useState(isHere);
  const [drawing, setDrawing] = useState<Drawing>();
  if (isHere && !hasBeenHere) setHasBeenHere(true);
  const latest = drawing && follow(drawing, { isHere, day, isInPage: drawnAhead.has(app) });
  if (latest !== drawing) setDrawing(latest);
  const isWanted = !isHere && latest?.state !== 'ahead';
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    let stop = () => {};
    const draw = async () => {
      if (hasBeenHere)
        await new Promise<void>((resolve) => {
          stop = app.timer(resolve, leftMs);
        });
      await askTodayAhead(app, whenIdle);
      await whenIdle();
      if (isOver) return;
      // At once: a tap between the wish and its drawing would find Today twice.
      flushSync(() => setDrawing((before) => ({ day, state: 'ahead', key: (before?.key ?? 0) + 1 })));
    };
    draw().catch(() => undefined);
    return () => {
      isOver = true;
      stop();
    };
  }, [app, day, isWanted, hasBeenHere, whenIdle]);
  // The same while nobody is met: showing it draws nothing anew.
  const today = useMemo(() => <Today met={met} isAhead />, [met]);
  if (latest === undefined) return null;
  return (
    <Layer key={latest.key} app={app} isHere={isHere}>
      {today}
    </Layer>
  );
}

/** What becomes of a drawing; undefined where it is of another day, or was not in the page when Today was opened. */
function follow(
  drawing: Drawing,
  { isHere, day, isInPage }: { isHere: boolean; day: number; isInPage: boolean },
): Drawing | undefined {
  if (isHere) {
    if (drawing.state === 'open') return drawing;
    return isInPage ? { ...drawing, state: 'open' } : undefined;
  }
  if (drawing.day !== day) return undefined;
  return drawing.state === 'open' ? { ...drawing, state: 'left' } : drawing;
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
    if (!isHere) giveUpFocus(layer.current);
    if (!isHere && !isAwake) {
      // Calls off a waking that is under way.
      setIsAwake(false);
      return;
    }
    // Asleep after a frame, too: that of the other room.
    return afterPaint(() => startTransition(() => setIsAwake(isHere)));
  }, [isHere, isAwake]);
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

/** The room for which it was left gives the focus to its heading where nothing has it. */
function giveUpFocus(layer: HTMLElement | null): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && layer?.contains(activeElement)) activeElement.blur();
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
