import { type ReactNode, useEffect, useRef } from 'react';
import { afterPaint } from './after-paint.ts';
import styles from './Screen.module.css';
import { StatusCorner } from './StatusCorner.tsx';
import { useTitle } from './use-title.ts';

interface ScreenProps {
  readonly title: ReactNode;
  /** What the browser calls this page, where the title is not its name. */
  readonly name?: string;
  /** In the corner, in place of where everything is. */
  readonly corner?: ReactNode;
  readonly children: ReactNode;
  /** What the person does here: stays at the thumb. */
  readonly action?: ReactNode;
}

/** A screen: what you read at the top, what you do at the bottom. */
export function Screen({ title, name, corner, children, action }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus may have gone with the screen before.
  useEffect(
    () =>
      afterPaint(() => {
        if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
      }),
    [],
  );
  useTitle(name ?? (typeof title === 'string' ? title : ''));
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        {typeof title === 'string' ? (
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        ) : (
          title
        )}
        {corner ?? <StatusCorner />}
      </header>
      <main className={styles.main}>{children}</main>
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  );
}
