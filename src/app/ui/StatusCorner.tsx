import { Link } from 'wouter';
import styles from './StatusCorner.module.css';
import { statusInWords } from './status-words.ts';
import { useApp } from './use-app.ts';
import { useStatus } from './use-status.ts';

/** The corner that always tells the truth about safety: a filled dot is safe, a ring is waiting. */
export function StatusCorner() {
  const app = useApp();
  const status = useStatus();
  if (status === undefined) return <span className={styles.corner} />;
  const words = statusInWords(status, app.nowMs());
  return (
    <Link
      href="/settings"
      className={styles.corner}
      title={words.long}
      aria-label={`${words.short}. ${words.long}`}
    >
      <span>
        <i className={words.isSafe ? styles.dot : styles.ring} aria-hidden="true" />
        {words.short}
      </span>
    </Link>
  );
}
