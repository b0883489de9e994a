import type { ReactNode } from 'react';
import styles from './Gone.module.css';

/** In the place of something that is not here, or not any more: says so, and offers the way back where there is one. */
export function Gone({ children }: { readonly children: ReactNode }) {
  return <div className={styles.gone}>{children}</div>;
}
