import type { ReactNode } from 'react';
import styles from './Banner.module.css';

interface BannerProps {
  readonly words: string;
  /** A button. */
  readonly children: ReactNode;
}

/** One sentence above every screen, and what to do about it. */
export function Banner({ words, children }: BannerProps) {
  return (
    <div className={styles.banner}>
      <span>{words}</span>
      {children}
    </div>
  );
}
