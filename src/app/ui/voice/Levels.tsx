import type { Signal } from '../../ports/signal.ts';
import { useSignal } from '../use-app.ts';
import styles from './Voice.module.css';

/** How loud it was, the newest at the right. Decoration: that it records is said in words. */
export function Levels({ levels: latest }: { readonly levels: Signal<readonly number[]> }) {
  const levels = useSignal(latest);
  return (
    <svg className={styles.levels} viewBox={`0 0 ${levels.length * 4} 40`} aria-hidden="true">
      {levels.map((level, place) => {
        const height = 2 + level * 36;
        // The bars move through their places: a place is what stays the same.
        return (
          <rect
            key={`bar ${String(place)}`}
            x={place * 4 + 1}
            y={20 - height / 2}
            width={2}
            height={height}
            rx={1}
          />
        );
      })}
    </svg>
  );
}
