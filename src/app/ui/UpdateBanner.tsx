import { Button } from './Button.tsx';
import styles from './UpdateBanner.module.css';
import { useApp, useSignal } from './use-app.ts';

/** A new version offers itself; it never reloads under somebody's typing. */
export function UpdateBanner() {
  const app = useApp();
  const isReady = useSignal(app.isUpdateReady);
  return (
    <div role="status">
      {isReady ? (
        <div className={styles.banner}>
          <span>A new version is ready. What you typed stays.</span>
          <Button onClick={app.applyUpdate}>Update</Button>
        </div>
      ) : null}
    </div>
  );
}
