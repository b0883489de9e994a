import type { ReactNode } from 'react';
import styles from './Screen.module.css';
import { StatusCorner } from './StatusCorner.tsx';

interface ScreenProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** What the person does here: stays at the thumb. */
  readonly action?: ReactNode;
}

/** A screen: what you read at the top, what you do at the bottom. */
export function Screen({ title, children, action }: ScreenProps) {
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        {typeof title === 'string' ? <h1>{title}</h1> : title}
        <StatusCorner />
      </header>
      <main className={styles.main}>{children}</main>
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  );
}
